package org.yunga.geodata.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yunga.core.monitor.Crosswalk;
import org.yunga.core.region.Region;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.WriteOptions;

/** A crosswalk as a table: one row for each piece of ground. */
public final class CrosswalkRows {

  private static final double SHARE_DIGITS = 1e8;
  private static final double HECTARE_DIGITS = 1e4;
  private static final double DEGREE_DIGITS = 1e6;

  /** Codes of both versions, ground and shares, what became of it, and where that is. */
  public static final List<Column> COLUMNS =
      List.of(
          new Column("region_set", ColumnType.TEXT),
          new Column("old_code", ColumnType.TEXT),
          new Column("old_name", ColumnType.TEXT),
          new Column("new_code", ColumnType.TEXT),
          new Column("new_name", ColumnType.TEXT),
          new Column("hectares", ColumnType.DECIMAL),
          new Column("share_old", ColumnType.DECIMAL),
          new Column("share_new", ColumnType.DECIMAL),
          new Column("fate", ColumnType.TEXT),
          new Column("longitude", ColumnType.DECIMAL),
          new Column("latitude", ColumnType.DECIMAL));

  private CrosswalkRows() {}

  /** The values of a piece, one for each of the {@link #COLUMNS}, null where there is none. */
  public static List<Object> values(String regionSet, Crosswalk.Piece piece) {
    return Arrays.asList(
        regionSet,
        piece.before().map(Region::code).orElse(null),
        piece.before().map(Region::name).orElse(null),
        piece.after().map(Region::code).orElse(null),
        piece.after().map(Region::name).orElse(null),
        rounded(piece.hectares(), HECTARE_DIGITS),
        piece.shareOfBefore().isPresent()
            ? rounded(piece.shareOfBefore().getAsDouble(), SHARE_DIGITS)
            : null,
        piece.shareOfAfter().isPresent()
            ? rounded(piece.shareOfAfter().getAsDouble(), SHARE_DIGITS)
            : null,
        piece.fate().name().toLowerCase(Locale.ROOT),
        piece.place().map(at -> rounded(at.x, DEGREE_DIGITS)).orElse(null),
        piece.place().map(at -> rounded(at.y, DEGREE_DIGITS)).orElse(null));
  }

  private static Double rounded(double value, double digits) {
    return Math.round(value * digits) / digits;
  }

  /**
   * All pieces, ready to be written.
   *
   * @param from what the version before is: a release or a file
   * @param to what the version after is
   */
  public static ExportTable table(String regionSet, String from, String to, Crosswalk crosswalk) {
    List<Row> rows = new ArrayList<>();
    for (Crosswalk.Piece piece : crosswalk.pieces()) {
      rows.add(Row.of(rows.size() + 1L, Optional.empty(), values(regionSet, piece).toArray()));
    }
    Bilingual method = method(regionSet, from, to, crosswalk.lineMetres());
    return new ExportTable(
        new Table("crosswalk_" + regionSet.replace('-', '_'), COLUMNS, Optional.empty()),
        rows,
        WriteOptions.titled(
            "Crosswalk " + regionSet + ": " + from + " - " + to, method.es() + "\n" + method.en()),
        method);
  }

  /** How it was made, in a sentence or two. */
  public static Bilingual method(String regionSet, String from, String to, double lineMetres) {
    String line = String.format(Locale.ROOT, "%,.0f m", lineMetres);
    return new Bilingual(
        "Versiones de "
            + regionSet
            + ": "
            + from
            + " (old) y "
            + to
            + " (new), superpuestas en la proyección de áreas iguales de WGS 84. kept: mismo"
            + " código; redrawn: franja de menos de "
            + line
            + " a lo largo de un límite, vuelta a dibujar; moved: terreno más ancho, o la mitad de"
            + " una región o más, que pasó a otra por ley.",
        "Versions of "
            + regionSet
            + ": "
            + from
            + " (old) and "
            + to
            + " (new), laid over each other in the equal-area projection of WGS 84. kept: same"
            + " code; redrawn: a strip of less than "
            + line
            + " along a border, drawn anew; moved: wider ground, or half of a region and more, that"
            + " went to another by law.");
  }
}
