package org.yunga.geodata.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.Ubigeo;
import org.yunga.geodata.load.KnownRegions;
import org.yunga.geodata.load.Reniec;
import org.yunga.geodata.load.SpanishNames;
import org.yunga.geodata.load.UbigeoSet;
import org.yunga.geodata.table.Row;

/** Which region a row is of, by code, by name, or by both, which must agree. */
final class RegionFinder {

  private final FigureTable table;
  private final FigureMapping mapping;
  private final KnownRegions known;
  private final List<FigureProblem> problems;
  private final boolean reniec;

  RegionFinder(
      FigureTable table, FigureMapping mapping, KnownRegions known, List<FigureProblem> problems) {
    this.table = table;
    this.mapping = mapping;
    this.known = known;
    this.problems = problems;
    this.reniec = looksLikeReniec();
  }

  /** Whether a row is the sum of all others. */
  boolean isTotal(Row row) {
    String text = UnitText.plain(mapping.names().isEmpty() ? "" : name(row));
    String first =
        UnitText.plain(mapping.names().isEmpty() ? "" : table.text(row, mapping.names().get(0)));
    String code = mapping.code().map(column -> UnitText.plain(table.text(row, column))).orElse("");
    return isTotal(text)
        || isTotal(first)
        || isTotal(code)
        || code.equalsIgnoreCase(Ubigeo.COUNTRY);
  }

  private static boolean isTotal(String plain) {
    return plain.matches("(sub ?)?total(es)?( .*)?|peru|nacional|total nacional|suma");
  }

  /** The region of a row; empty when it must be refused, then a problem says why. */
  Optional<RegionRef> find(Row row) {
    String given = mapping.code().map(column -> table.text(row, column)).orElse("");
    if (given.isEmpty()) {
      return byName(row);
    }
    if (reniec) {
      return mapping.regionSet().equals(UbigeoSet.DEPARTMENTS.id())
          ? byName(row)
          : Optional.empty();
    }
    CellPlace place = place(row, mapping.code(), given);
    Optional<String> code = code(place, given, name(row));
    if (code.isEmpty()) {
      return Optional.empty();
    }
    String name = name(row);
    String knownName = known.name(mapping.regionSet(), code.get()).orElse("");
    if (!name.isEmpty() && !SpanishNames.agree(name, knownName)) {
      problems.add(new RegionProblem.NameDisagrees(place, code.get(), name, knownName));
      return Optional.empty();
    }
    return Optional.of(new RegionRef(mapping.regionSet(), code.get()));
  }

  private Optional<String> code(CellPlace place, String given, String name) {
    if (known.name(mapping.regionSet(), given).isPresent()) {
      return Optional.of(given);
    }
    String completed = "0" + given;
    Optional<String> knownName = known.name(mapping.regionSet(), completed);
    if (given.matches("\\d+") && knownName.isPresent()) {
      boolean confirmed = SpanishNames.agree(knownName.get(), name);
      problems.add(new RegionProblem.LeadingZeroLost(place, given, completed, confirmed));
      return Optional.of(completed);
    }
    problems.add(new RegionProblem.UnknownRegion(place, given, mapping.regionSet()));
    return Optional.empty();
  }

  private Optional<RegionRef> byName(Row row) {
    Optional<String> within = Optional.empty();
    List<String> columns = mapping.names();
    for (int i = 0; i < columns.size(); i++) {
      boolean last = i == columns.size() - 1;
      String set =
          last
              ? mapping.regionSet()
              : UbigeoSet.values()[Math.min(i, UbigeoSet.values().length - 1)].id();
      String name = table.text(row, columns.get(i));
      List<RegionRef> found = known.named(set, name, within);
      if (found.size() > 1) {
        problems.add(
            new RegionProblem.AmbiguousName(
                place(row, Optional.of(columns.get(i)), name),
                name,
                found.stream().map(RegionRef::code).sorted().toList()));
        return Optional.empty();
      }
      if (found.isEmpty()) {
        problems.add(
            new RegionProblem.UnknownRegion(
                place(row, Optional.of(columns.get(i)), name), name, set));
        return Optional.empty();
      }
      if (last) {
        return Optional.of(found.get(0));
      }
      within = Optional.of(found.get(0).code());
    }
    problems.add(
        new RegionProblem.UnknownRegion(place(row, mapping.code(), ""), "", mapping.regionSet()));
    return Optional.empty();
  }

  private String name(Row row) {
    List<String> columns = mapping.names();
    return columns.isEmpty() ? "" : table.text(row, columns.get(columns.size() - 1));
  }

  /** Whether, of the rows that can tell, more have the department of RENIEC's code than INEI's. */
  private boolean looksLikeReniec() {
    if (mapping.code().isEmpty() || mapping.names().isEmpty()) {
      return false;
    }
    int asInei = 0;
    List<Row> asReniec = new ArrayList<>();
    for (Row row : table.rows()) {
      String code = table.text(row, mapping.code().get());
      String padded = code.length() % 2 == 1 ? "0" + code : code;
      if (!padded.matches("\\d{2,6}") || isTotal(row)) {
        continue;
      }
      String department = table.text(row, mapping.names().get(0));
      String given = padded.substring(0, 2);
      if (isDepartment(given, department)) {
        asInei++;
      } else if (Reniec.inei(given).filter(inei -> isDepartment(inei, department)).isPresent()) {
        asReniec.add(row);
      }
    }
    boolean found = asReniec.size() >= 2 && asReniec.size() > asInei;
    if (found) {
      boolean byName = mapping.regionSet().equals(UbigeoSet.DEPARTMENTS.id());
      CellPlace place =
          place(asReniec.get(0), mapping.code(), table.text(asReniec.get(0), mapping.code().get()));
      problems.add(new RegionProblem.ReniecCoding(place, asReniec.size(), byName));
    }
    return found;
  }

  private boolean isDepartment(String code, String name) {
    return known
        .name(UbigeoSet.DEPARTMENTS.id(), code)
        .filter(one -> SpanishNames.agree(one, name))
        .isPresent();
  }

  private CellPlace place(Row row, Optional<String> column, String value) {
    return new CellPlace(
        table.file(),
        OptionalLong.of(row.number()),
        column,
        value.isEmpty() ? Optional.empty() : Optional.of(value));
  }
}
