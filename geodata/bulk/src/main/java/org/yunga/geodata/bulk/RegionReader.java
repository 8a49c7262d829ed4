package org.yunga.geodata.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.yunga.core.space.EqualAreaFrame;

/** Takes regions out of a table: a code, a set, and a boundary each; those without are left out. */
final class RegionReader {

  private RegionReader() {}

  /**
   * All regions.
   *
   * @param code column of codes
   * @param setColumn column of sets, if there is one
   * @param set of all regions, where no column tells
   * @throws org.yunga.core.text.ExplainedException when a region is there twice, is no valid
   *     polygon, or none has a boundary
   */
  static List<RegionList.One> read(
      GeoTable table, String code, Optional<String> setColumn, String set) {
    List<RegionList.One> regions = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Row row : table.rows().collectAsList()) {
      Geometry boundary = PlotRows.geometry(row, table.geometry());
      if (!(boundary instanceof Polygonal) || boundary.isEmpty()) {
        continue;
      }
      String own = setColumn.map(column -> PlotRows.text(row, column)).orElse(set);
      String id = PlotRows.text(row, code);
      String named = own + "/" + id;
      if (id == null || own == null || !known.add(named)) {
        throw BulkExceptions.badRegion(
            table.path(),
            named,
            "no tiene código o está dos veces",
            "has no code, or is there twice");
      }
      if (!boundary.isValid()) {
        throw BulkExceptions.badRegion(
            table.path(), named, "tiene un límite inválido", "has an invalid boundary");
      }
      regions.add(RegionList.One.of(own, id, EqualAreaFrame.project(boundary)));
    }
    if (regions.isEmpty()) {
      throw BulkExceptions.noRegions(table.path());
    }
    return regions;
  }
}
