package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.text;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.PlotTotals;
import org.yunga.core.monitor.RegionSetPlots;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.export.ExportTable;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;
import org.yunga.web.http.Rendered;
import org.yunga.web.http.Responder;

/** {@code /api/v1/totals}: plots of one kind by all regions of a set. */
public final class PlotTotalsResource {

  private static final List<String> EXACT_COLUMNS =
      Stream.of(
              List.of("region_set", "region_code", "region_name"),
              PlotFields.COLUMNS,
              List.of("synthetic", "release"))
          .flatMap(List::stream)
          .toList();

  /** Of public answers about real plots, the bounds too. */
  private static final List<String> COLUMNS =
      Stream.concat(EXACT_COLUMNS.stream(), PlotFields.BOUNDS.stream()).toList();

  private final Answers answers;
  private final PlotAccess access;

  /** Answers from these; exactly to those who may see plots. */
  public PlotTotalsResource(Answers answers, PlotAccess access) {
    this.answers = answers;
    this.access = access;
  }

  /** The totals that the parameters select. */
  public void list(Context context) {
    Parameters parameters = Parameters.of(context, "region-set", "kind", "year", Answers.RELEASE);
    Format format = Format.of(context, Answers.TABLES_AND_PLACES);
    Monitor open = answers.plotMonitor(context);
    // files are kept for everybody: never what only some may see
    Monitor monitor = format.isFile() ? open : access.monitor(context, open);
    Snapshot snapshot = monitor.snapshot();
    String set =
        snapshot
            .catalogue()
            .regionSet(
                parameters.get(
                    "region-set",
                    snapshot.catalogue().regionSets().stream().map(RegionSet::id).toList()))
            .id();
    PlotKind kind = kind(parameters, snapshot);
    Optional<Integer> year = parameters.find("year").map(text -> year(text, snapshot));
    String name = "yunga-plots-" + kind.id() + "-" + set + year.map(y -> "-" + y).orElse("");
    if (format.isFile()) {
      answers.sendFile(
          context,
          snapshot,
          format,
          name,
          () -> List.of(file(name, monitor, set, kind, year, format)));
      return;
    }
    Answers.fileName(context, name, format);
    Supplier<Rendered> answer = () -> render(monitor, set, kind, year, format);
    if (monitor.isExact() && !snapshot.release().isSynthetic()) {
      Responder.sendUnkept(context, answer.get());
    } else {
      answers.send(context, snapshot.release().number(), format, answer);
    }
  }

  private static PlotKind kind(Parameters parameters, Snapshot snapshot) {
    List<PlotKind> kinds = snapshot.catalogue().plotKinds();
    List<String> known = kinds.stream().map(PlotKind::id).toList();
    String given = parameters.get("kind", known);
    return kinds.stream()
        .filter(kind -> kind.id().equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                AskedSlot.unknown(
                    "kind", new Bilingual("la clase", "kind of plots"), given, known));
  }

  private static int year(String text, Snapshot snapshot) {
    List<String> known = years(snapshot);
    if (!known.contains(text)) {
      throw AskedSlot.unknown("year", new Bilingual("el año", "year"), text, known);
    }
    return Integer.parseInt(text);
  }

  private static List<String> years(Snapshot snapshot) {
    return snapshot.plotSlots().stream()
        .map(PlotSlot::year)
        .distinct()
        .sorted()
        .map(String::valueOf)
        .toList();
  }

  private static Rendered render(
      Monitor monitor, String set, PlotKind kind, Optional<Integer> year, Format format) {
    RegionSetPlots answer = monitor.plotsByRegion(set);
    return switch (format) {
      case JSON -> json(answer, monitor, kind, year);
      case GEOJSON -> geoJson(answer, monitor, kind, year);
      default -> csv(answer, monitor.isExact() ? EXACT_COLUMNS : COLUMNS, kind, year, format);
    };
  }

  private static Rendered json(
      RegionSetPlots answer, Monitor monitor, PlotKind kind, Optional<Integer> year) {
    PlotClasses classes = PlotClasses.of(answer, kind);
    return Answers.json(
        object(
            "release", answer.release().id(),
            "synthetic", answer.release().isSynthetic(),
            "region_set", answer.regionSet().id(),
            "kind", kind.id(),
            "method", text(PlotFields.method(monitor)),
            "classes", classes.fields(),
            "totals", rows(answer, kind, year, classes::of),
            "outside", answer.outside().map(totals -> plain(totals, kind, year)).orElse(null)));
  }

  private static List<Map<String, Object>> plain(
      PlotTotals totals, PlotKind kind, Optional<Integer> year) {
    return selected(totals, kind, year).map(PlotFields::row).toList();
  }

  private static Stream<PlotTotals.Row> selected(
      PlotTotals totals, PlotKind kind, Optional<Integer> year) {
    return totals.rows().stream()
        .filter(row -> row.slot().kind().equals(kind.id()))
        .filter(row -> year.map(y -> y == row.slot().year()).orElse(true));
  }

  /** The rows of all regions that have a boundary, each with what is added to it. */
  private static List<Map<String, Object>> rows(
      RegionSetPlots answer,
      PlotKind kind,
      Optional<Integer> year,
      Function<PlotTotals.Row, Map<String, Object>> added) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (RegionSetPlots.RegionPlots region : answer.regions()) {
      region.totals().stream()
          .flatMap(totals -> selected(totals, kind, year))
          .forEach(row -> rows.add(row(region.region(), row, added.apply(row))));
    }
    return rows;
  }

  private static Map<String, Object> row(
      Region region, PlotTotals.Row row, Map<String, Object> added) {
    Map<String, Object> fields = object("region_code", region.code(), "region_name", region.name());
    fields.putAll(PlotFields.row(row));
    fields.putAll(added);
    return fields;
  }

  /** A region has one place, so formats with places hold one year; a workbook holds all. */
  private static ExportTable file(
      String name,
      Monitor monitor,
      String set,
      PlotKind kind,
      Optional<Integer> year,
      Format format) {
    RegionSetPlots answer = monitor.plotsByRegion(set);
    Map<String, Region> places = new LinkedHashMap<>();
    if (format != Format.XLSX) {
      requireYear(format, year, monitor.snapshot());
      answer.regions().forEach(plots -> places.put(plots.region().code(), plots.region()));
    }
    return RowTables.of(
        name,
        PlotFields.method(monitor),
        answer.release(),
        COLUMNS,
        table(answer, kind, year),
        places);
  }

  private static Rendered csv(
      RegionSetPlots answer,
      List<String> columns,
      PlotKind kind,
      Optional<Integer> year,
      Format format) {
    return Answers.csv(format, columns, table(answer, kind, year));
  }

  /** All regions, then what lies outside of them. */
  private static List<Map<String, Object>> table(
      RegionSetPlots answer, PlotKind kind, Optional<Integer> year) {
    List<Map<String, Object>> rows = rows(answer, kind, year, row -> Map.of());
    answer
        .outside()
        .ifPresent(
            totals -> {
              for (Map<String, Object> fields : plain(totals, kind, year)) {
                Map<String, Object> row = object("region_code", "", "region_name", "outside");
                row.putAll(fields);
                rows.add(row);
              }
            });
    for (Map<String, Object> row : rows) {
      row.put("region_set", answer.regionSet().id());
      row.put("synthetic", answer.release().isSynthetic());
      row.put("release", answer.release().id());
    }
    return rows;
  }

  private static void requireYear(Format format, Optional<Integer> year, Snapshot snapshot) {
    if (year.isEmpty()) {
      throw new ProblemException(
          Problem.parameter(
              "missing_parameter",
              new Bilingual(
                  "Para f=" + format.id() + " indique un año con 'year'.",
                  "For f=" + format.id() + " give one 'year'."),
              "year",
              null,
              years(snapshot)));
    }
  }

  private static Rendered geoJson(
      RegionSetPlots answer, Monitor monitor, PlotKind kind, Optional<Integer> year) {
    Snapshot snapshot = monitor.snapshot();
    requireYear(Format.GEOJSON, year, snapshot);
    Map<Region, Map<String, Object>> properties = new LinkedHashMap<>();
    for (RegionSetPlots.RegionPlots region : answer.regions()) {
      Map<String, Object> fields = Features.properties(region.region());
      region.totals().ifPresent(totals -> plain(totals, kind, year).forEach(fields::putAll));
      properties.put(region.region(), fields);
    }
    return Features.collection(
        snapshot,
        Features.Detail.FULL,
        object(
            "release", answer.release().id(),
            "synthetic", answer.release().isSynthetic(),
            "method", text(PlotFields.method(monitor))),
        properties);
  }
}
