package org.yunga.geodata.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;

/**
 * The rows of a reader in longitude, latitude, WGS 84. A geometry that lies where its system does
 * not hold is dropped, and its row has a flaw that says so.
 */
public final class Reprojected implements TableReader {

  private final TableReader source;
  private final CoordinateFrame frame;
  private final Table table;

  private Reprojected(TableReader source, CoordinateFrame frame) {
    this.source = source;
    this.frame = frame;
    Table given = source.table();
    this.table =
        new Table(
            given.name(),
            given.columns(),
            given.geometry().map(column -> GeometryColumn.lonLat(column.type())),
            given.rows());
  }

  /**
   * From the system that the file names; longitude, latitude, WGS 84 when it names none.
   *
   * @param source closed with this reader
   * @throws org.yunga.core.text.ExplainedException when the system is not known
   */
  public static Reprojected of(TableReader source) {
    return of(source, source.table().geometry().flatMap(GeometryColumn::crs));
  }

  /** From a system that somebody knows better than the file. */
  public static Reprojected of(TableReader source, Optional<String> crs) {
    return new Reprojected(source, CoordinateReferenceSystems.of(crs));
  }

  /** What the coordinates were taken for. */
  public CoordinateFrame frame() {
    return frame;
  }

  @Override
  public Table table() {
    return table;
  }

  @Override
  public List<Notice> notices() {
    List<Notice> notices = new ArrayList<>(source.notices());
    frame.replaced().ifPresent(old -> notices.add(outdated(old)));
    return notices;
  }

  private Notice outdated(String old) {
    return new Notice(
        "crs_outdated",
        new Bilingual(
            "El archivo declara "
                + old
                + ", un sistema retirado; se leyó como "
                + frame.name()
                + ". Revise en el mapa que los datos estén en su lugar.",
            "The file declares "
                + old
                + ", a system that was withdrawn; it was read as "
                + frame.name()
                + ". Check on the map that the data is in its place."));
  }

  @Override
  public boolean hasNext() {
    return source.hasNext();
  }

  @Override
  public Row next() {
    Row row = source.next();
    if (frame.isLonLat() || row.geometry().isEmpty()) {
      return row;
    }
    Geometry given = row.geometry().get();
    Optional<Geometry> lonLat = frame.toLonLat(given);
    if (lonLat.isPresent()) {
      return row.withGeometry(lonLat);
    }
    List<RowFlaw> flaws = new ArrayList<>(row.flaws());
    Coordinate first = given.getCoordinate();
    flaws.add(
        new RowFlaw.OutsideOfCrs(
            "feature " + row.number(), first.x + ", " + first.y, frame.name()));
    return new Row(row.number(), Optional.empty(), row.values(), flaws);
  }

  @Override
  public void close() {
    source.close();
  }
}
