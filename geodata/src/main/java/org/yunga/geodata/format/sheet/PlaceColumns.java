package org.yunga.geodata.format.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.format.support.PlainGeometry;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.RowFlaw;

/**
 * Where the geometry of a row is: a column of WKT, which is then no column of the table, or two of
 * coordinates, which stay.
 */
final class PlaceColumns {

  private static final Set<String> WKT_NAMES =
      Set.of("wkt", "geom", "geometry", "the_geom", "geometria", "geometría", "shape");
  private static final Pattern WKT =
      Pattern.compile(
          "(?i)(SRID=\\d+;)?\\s*(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\\b.*",
          Pattern.DOTALL);
  private static final List<String> X_DEGREES =
      List.of("lon", "long", "lng", "longitud", "longitude");
  private static final List<String> Y_DEGREES = List.of("lat", "latitud", "latitude");
  private static final List<String> X_METRES =
      List.of("x", "este", "east", "easting", "coord_x", "utm_x");
  private static final List<String> Y_METRES =
      List.of("y", "norte", "north", "northing", "coord_y", "utm_y");

  private final ColumnPlan wkt;
  private final ColumnPlan x;
  private final ColumnPlan y;
  private final boolean degrees;
  private final WKTReader reader = new WKTReader();
  private final GeometryFactory factory = new GeometryFactory();

  private PlaceColumns(ColumnPlan wkt, ColumnPlan x, ColumnPlan y, boolean degrees) {
    this.wkt = wkt;
    this.x = x;
    this.y = y;
    this.degrees = degrees;
  }

  static PlaceColumns find(List<ColumnPlan> plans, List<ColumnScan> scans) {
    for (ColumnPlan plan : plans) {
      String first = scans.get(plan.index()).firstText();
      if (WKT_NAMES.contains(lower(plan)) && first != null && WKT.matcher(first).matches()) {
        return new PlaceColumns(plan, null, null, true);
      }
    }
    ColumnPlan lon = numeric(plans, X_DEGREES);
    ColumnPlan lat = numeric(plans, Y_DEGREES);
    if (lon != null && lat != null) {
      return new PlaceColumns(null, lon, lat, true);
    }
    ColumnPlan east = numeric(plans, X_METRES);
    ColumnPlan north = numeric(plans, Y_METRES);
    return east != null && north != null
        ? new PlaceColumns(null, east, north, false)
        : new PlaceColumns(null, null, null, false);
  }

  private static ColumnPlan numeric(List<ColumnPlan> plans, List<String> names) {
    return plans.stream()
        .filter(plan -> names.contains(lower(plan)))
        .filter(
            plan ->
                plan.column().type() == ColumnType.DECIMAL
                    || plan.column().type() == ColumnType.INTEGER)
        .findFirst()
        .orElse(null);
  }

  private static String lower(ColumnPlan plan) {
    return plan.column().name().toLowerCase(Locale.ROOT);
  }

  /** Whether a column is the geometry and nothing else. */
  boolean consumes(ColumnPlan plan) {
    return plan == wkt;
  }

  Optional<GeometryColumn> column() {
    if (wkt != null) {
      return Optional.of(new GeometryColumn(GeometryType.GEOMETRY, Optional.empty()));
    }
    if (x == null) {
      return Optional.empty();
    }
    return Optional.of(
        degrees
            ? GeometryColumn.lonLat(GeometryType.POINT)
            : new GeometryColumn(GeometryType.POINT, Optional.empty()));
  }

  Optional<Geometry> geometry(RawRow row, Sheet sheet, List<RowFlaw> flaws) {
    if (wkt != null) {
      return row.cell(wkt.index()) instanceof String text
          ? read(text, sheet.place(row.number(), wkt.index() + 1), flaws)
          : Optional.empty();
    }
    if (x == null) {
      return Optional.empty();
    }
    Object atX = x.value(row.cell(x.index()), "", new ArrayList<>());
    Object atY = y.value(row.cell(y.index()), "", new ArrayList<>());
    if (!(atX instanceof Number numberX) || !(atY instanceof Number numberY)) {
      return Optional.empty();
    }
    Coordinate point = new CoordinateXY(numberX.doubleValue(), numberY.doubleValue());
    return Optional.of(factory.createPoint(point));
  }

  private Optional<Geometry> read(String text, String place, List<RowFlaw> flaws) {
    try {
      Geometry geometry = PlainGeometry.of(reader.read(text.replaceFirst("(?i)^SRID=\\d+;", "")));
      if (PlainGeometry.isFinite(geometry)) {
        return Optional.of(geometry);
      }
      flaws.add(unreadable(place, text, "NaN"));
    } catch (ParseException | IllegalArgumentException e) {
      flaws.add(unreadable(place, text, e.getMessage()));
    }
    return Optional.empty();
  }

  private static RowFlaw unreadable(String place, String text, String reason) {
    return new RowFlaw.UnreadableGeometry(
        place,
        text,
        new Bilingual(
            "el WKT no es válido (" + reason + ").", "the WKT is not valid (" + reason + ")."));
  }
}
