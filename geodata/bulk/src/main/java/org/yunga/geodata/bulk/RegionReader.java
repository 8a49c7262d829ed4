package org.yunga.geodata.bulk;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.io.ParseException;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.text.Bilingual;

/**
 * Takes regions out of a table: a code, a set, and a boundary each. Those that have none, or a
 * point of reference, as regions of a set may, are left out and told; what cannot be read is
 * refused.
 */
final class RegionReader {

  private static final String FILE = "yunga_file";

  /** Most regions without a boundary that are named. */
  private static final int MOST_NAMED = 10;

  private final GeoTable table;
  private final String code;
  private final Optional<String> setColumn;
  private final String set;

  /**
   * @param code column of codes
   * @param setColumn column of sets, if there is one
   * @param set of all regions, where no column tells
   */
  RegionReader(GeoTable table, String code, Optional<String> setColumn, String set) {
    this.table = table;
    this.code = code;
    this.setColumn = setColumn;
    this.set = set;
  }

  /**
   * All regions that have a boundary.
   *
   * @param telling takes which have none
   * @throws org.yunga.core.text.ExplainedException when a region is there twice, cannot be read or
   *     is no valid polygon, or none has a boundary
   */
  List<RegionList.One> read(Consumer<Bilingual> telling) {
    List<RegionList.One> regions = new ArrayList<>();
    List<String> without = new ArrayList<>();
    Set<String> known = new HashSet<>();
    Map<String, Integer> read = new HashMap<>();
    for (Row row : rows()) {
      String file = row.getAs(FILE);
      int number = read.merge(file, 1, Integer::sum);
      String own = setColumn.map(column -> PlotRows.text(row, column)).orElse(set);
      String id = PlotRows.text(row, code);
      String named = (own == null ? "?" : own) + "/" + (id == null ? "?" : id);
      RegionFlaw flaw = null;
      Geometry boundary = null;
      try {
        boundary = RowPlace.read(row, table.geometry());
        if (boundary == null || boundary.isEmpty() || boundary instanceof Puntal) {
          without.add(named);
          continue;
        }
        flaw = flaw(boundary, own, id, known);
      } catch (ParseException e) {
        flaw = RegionFlaw.UNREADABLE;
      }
      if (flaw != null) {
        throw BulkExceptions.badRegion(
            place(file), number, named, flaw, RowPlace.told(row, table.geometry()));
      }
      regions.add(RegionList.One.of(own, id, EqualAreaFrame.project(boundary)));
    }
    if (regions.isEmpty()) {
      throw BulkExceptions.noRegions(table.path());
    }
    if (!without.isEmpty()) {
      telling.accept(without(without));
    }
    return regions;
  }

  private List<Row> rows() {
    try {
      return table.rows().withColumn(FILE, functions.input_file_name()).collectAsList();
    } catch (Exception e) { // Scala throws checked ones without saying so
      throw BulkExceptions.unreadable(table.path(), e);
    }
  }

  private static RegionFlaw flaw(Geometry boundary, String own, String id, Set<String> known) {
    if (own == null || id == null) {
      return RegionFlaw.NO_CODE;
    }
    if (!known.add(own + "/" + id)) {
      return RegionFlaw.TWICE;
    }
    if (!(boundary instanceof Polygonal)) {
      return RegionFlaw.NO_POLYGON;
    }
    if (!PlotRows.WORLD.contains(boundary.getEnvelopeInternal())) {
      return RegionFlaw.NOT_LON_LAT;
    }
    return boundary.isValid() ? null : RegionFlaw.INVALID;
  }

  /** The file of a row, where a folder has several. */
  private String place(String file) {
    String name = file.isEmpty() ? "" : new Path(URI.create(file)).getName();
    return name.isEmpty() || table.path().endsWith(name) ? table.path() : table.path() + "/" + name;
  }

  private Bilingual without(List<String> named) {
    String some =
        String.join(", ", named.subList(0, Math.min(MOST_NAMED, named.size())))
            + (named.size() > MOST_NAMED ? ", ..." : "");
    return new Bilingual(
        "Sin límites en %s, y por eso sin totales: %,d (%s)."
            .formatted(table.path(), named.size(), some),
        "Without boundaries in %s, and so without totals: %,d (%s)."
            .formatted(table.path(), named.size(), some));
  }
}
