package org.yunga.geodata.format.geopackage;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.format.support.Notices;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;

/** The rows of one layer, table or view. */
final class GeoPackageReader implements TableReader {

  /** A view can tell rows without end; an honest file has fewer than one for each byte. */
  private static final long MOST_ROWS_PER_BYTE = 1;

  private final ForeignFile file;
  private final Layer layer;
  private final Notices notices = new Notices();
  private final Blob blob = new Blob();
  private final long mostRows;
  private Table table;
  private PreparedStatement statement;
  private ResultSet rows;
  private long number;
  private boolean fetched;
  private boolean more;

  private GeoPackageReader(ForeignFile file, Layer layer) {
    this.file = file;
    this.layer = layer;
    this.mostRows = file.bytes() * MOST_ROWS_PER_BYTE;
  }

  static GeoPackageReader open(Path path, ReadOptions options) {
    ForeignFile file = ForeignFile.open(path);
    try {
      GeoPackageReader reader = new GeoPackageReader(file, layer(file, options));
      reader.start();
      return reader;
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static Layer layer(ForeignFile file, ReadOptions options) {
    List<Layer> layers = file.layers();
    return layers.stream()
        .filter(layer -> options.layer().isEmpty() || options.layer().get().equals(layer.table()))
        .findFirst()
        .orElseThrow(
            () ->
                FileExceptions.unknownLayer(
                    file.name(),
                    options.layer().orElse("-"),
                    layers.stream().map(Layer::table).toList()));
  }

  private void start() {
    try {
      List<Column> columns = columns();
      table = new Table(layer.table(), columns, layer.geometry(), rowsTold());
      List<String> selected = new ArrayList<>();
      columns.forEach(column -> selected.add(Names.quoted(column.name())));
      selected.add(layer.geometryName().map(Names::quoted).orElse("NULL"));
      file.stepBegins();
      statement =
          file.connection()
              .prepareStatement(
                  "SELECT " + String.join(", ", selected) + " FROM " + Names.quoted(layer.table()));
      rows = statement.executeQuery();
    } catch (SQLException e) {
      throw file.broken(layer.table(), e);
    }
  }

  private List<Column> columns() throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement info =
            file.connection()
                .prepareStatement("PRAGMA table_info(" + Names.quoted(layer.table()) + ")");
        ResultSet found = info.executeQuery()) {
      while (found.next()) {
        String name = found.getString("name");
        boolean isGeometry = layer.geometryName().filter(name::equalsIgnoreCase).isPresent();
        if (isGeometry || isFeatureId(name)) {
          continue;
        }
        Optional<Column> column = ForeignColumn.of(name, found.getString("type"));
        column.ifPresentOrElse(columns::add, () -> skipped(name));
      }
    }
    if (columns.isEmpty() && layer.geometryName().isEmpty()) {
      throw FileExceptions.unknownLayer(file.name(), layer.table(), List.of());
    }
    return columns;
  }

  /** Numbers that GIS programs give by themselves, and give anew with every copy. */
  private static boolean isFeatureId(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("fid") || lower.equals("ogc_fid");
  }

  private void skipped(String column) {
    notices.add(
        "column_skipped",
        column,
        new Bilingual(
            "La columna " + column + " contiene datos binarios (BLOB) y se dejó de lado.",
            "The column " + column + " holds binary data (BLOB) and was left out."));
  }

  private OptionalLong rowsTold() throws SQLException {
    if (!file.has("gpkg_ogr_contents")) {
      return OptionalLong.empty();
    }
    try (PreparedStatement count =
        file.connection()
            .prepareStatement("SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = ?")) {
      count.setString(1, layer.table());
      try (ResultSet found = count.executeQuery()) {
        return found.next() && found.getObject(1) != null
            ? OptionalLong.of(Math.max(0, found.getLong(1)))
            : OptionalLong.empty();
      }
    }
  }

  @Override
  public Table table() {
    return table;
  }

  @Override
  public List<Notice> notices() {
    return notices.all();
  }

  @Override
  public boolean hasNext() {
    if (!fetched) {
      file.stepBegins();
      try {
        more = rows.next();
      } catch (SQLException e) {
        throw file.broken(layer.table() + ", fila/row " + (number + 1), e);
      }
      fetched = true;
      if (more && number >= mostRows) {
        throw FileExceptions.tooLarge(file.name(), layer.table(), number, mostRows);
      }
    }
    return more;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    fetched = false;
    number++;
    try {
      return row();
    } catch (SQLException e) {
      throw file.broken(layer.table() + ", fila/row " + number, e);
    }
  }

  private Row row() throws SQLException {
    String place = "feature " + number;
    List<RowFlaw> flaws = new ArrayList<>(0);
    List<Column> columns = table.columns();
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = ForeignValue.of(rows.getObject(i + 1), columns.get(i), place, flaws);
    }
    Optional<Geometry> geometry =
        layer.geometryName().isEmpty()
            ? Optional.empty()
            : geometry(rows.getBytes(values.length + 1), place, flaws);
    return new Row(number, geometry, Collections.unmodifiableList(Arrays.asList(values)), flaws);
  }

  private Optional<Geometry> geometry(byte[] bytes, String place, List<RowFlaw> flaws) {
    if (bytes == null) {
      return Optional.empty();
    }
    try {
      Geometry geometry = blob.decode(bytes);
      if (blob.hadExtraOrdinates()) {
        notices.add(Notice.extraOrdinates());
      }
      return Optional.of(geometry);
    } catch (ParseException e) {
      String reason = String.valueOf(e.getMessage());
      flaws.add(
          new RowFlaw.UnreadableGeometry(
              place,
              "",
              new Bilingual(
                  "sus "
                      + bytes.length
                      + " bytes no son una geometría de GeoPackage ("
                      + reason
                      + ").",
                  "its "
                      + bytes.length
                      + " bytes are no geometry of a GeoPackage ("
                      + reason
                      + ").")));
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      if (rows != null) {
        rows.close();
      }
      if (statement != null) {
        statement.close();
      }
    } catch (SQLException e) {
      throw file.broken("close", e);
    } finally {
      file.close();
    }
  }
}
