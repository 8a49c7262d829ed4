package org.yunga.geodata.format.shapefile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.crs.EpsgName;
import org.yunga.geodata.crs.WellKnownText;
import org.yunga.geodata.format.support.Notices;
import org.yunga.geodata.format.support.PendingFile;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/** One zip; a table of mixed geometries becomes one layer for each kind in it. */
final class ShapefileWriter implements TableWriter {

  private static final LocalDateTime SAME_BYTES_ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);

  /** The files of one layer. */
  private record Layer(String name, ShapeOutput shapes, DbfOutput values) {}

  private final PendingFile file;
  private final Path folder;
  private final Table table;
  private final GeometryColumn place;
  private final WriteOptions options;
  private final Notices notices = new Notices();
  private final Map<ShapeKind, Layer> layers = new EnumMap<>(ShapeKind.class);
  private boolean finished;

  private ShapefileWriter(PendingFile file, Path folder, Table table, WriteOptions options) {
    this.file = file;
    this.folder = folder;
    this.table = table;
    this.place = table.geometry().orElseThrow();
    this.options = options;
  }

  static ShapefileWriter begin(Path target, Table table, WriteOptions options) {
    if (table.geometry().isEmpty()) {
      throw FileExceptions.cannotHold(
          ShapefileFormat.LABEL,
          new Bilingual(
              "la tabla no tiene geometría. Use CSV, XLSX o GeoPackage.",
              "the table has no geometry. Use CSV, XLSX or GeoPackage."));
    }
    PendingFile file = new PendingFile(target);
    try {
      Path folder = Files.createTempDirectory(file.path().getParent(), ".pending-shp-");
      ShapefileWriter writer = new ShapefileWriter(file, folder, table, options);
      ShapeKind kind = ShapeKind.of(writer.place.type());
      if (kind != null) {
        writer.layer(kind);
      }
      return writer;
    } catch (IOException e) {
      file.close();
      throw FileExceptions.unwritable(target, e);
    }
  }

  private Layer layer(ShapeKind kind) throws IOException {
    Layer layer = layers.get(kind);
    if (layer == null) {
      boolean mixed = ShapeKind.of(place.type()) == null;
      String plain = ShortNames.plain(table.name());
      String name = mixed ? plain + "_" + kind.suffix() : plain;
      layer =
          new Layer(
              name,
              new ShapeOutput(kind, part(kind, "shp"), part(kind, "shx")),
              new DbfOutput(table.columns(), part(kind, "aside"), notices));
      layers.put(kind, layer);
    }
    return layer;
  }

  private Path part(ShapeKind kind, String ending) {
    return folder.resolve(kind.suffix() + "." + ending);
  }

  @Override
  public void write(Row row) {
    try {
      Geometry geometry = row.geometry().orElse(null);
      ShapeKind kind = kind(geometry);
      if (geometry != null && !geometry.isEmpty() && !fits(kind, geometry)) {
        throw wrongKind(geometry);
      }
      Layer layer = layer(kind);
      layer.shapes().write(geometry);
      layer.values().write(row.values());
    } catch (IOException e) {
      throw FileExceptions.unwritable(file.target(), e);
    }
  }

  /** Of the column; where it is mixed, of the geometry, and none goes with the first there is. */
  private ShapeKind kind(Geometry geometry) {
    ShapeKind declared = ShapeKind.of(place.type());
    if (declared != null) {
      return declared;
    }
    if (geometry != null) {
      return ShapeKind.of(geometry);
    }
    return layers.isEmpty() ? ShapeKind.POLYGON : layers.keySet().iterator().next();
  }

  private static boolean fits(ShapeKind kind, Geometry geometry) {
    ShapeKind given = ShapeKind.of(geometry);
    return given == kind || (kind == ShapeKind.MULTI_POINT && given == ShapeKind.POINT);
  }

  private RuntimeException wrongKind(Geometry geometry) {
    GeometryType type = place.type();
    return FileExceptions.cannotHold(
        ShapefileFormat.LABEL,
        new Bilingual(
            "la capa es de tipo "
                + type.wktName()
                + " y una geometría es "
                + geometry.getGeometryType()
                + ". Declare la capa como GEOMETRY.",
            "the layer is of type "
                + type.wktName()
                + " and a geometry is "
                + geometry.getGeometryType()
                + ". Declare the layer as GEOMETRY."));
  }

  @Override
  public void finish() {
    if (finished) {
      return;
    }
    try {
      if (layers.isEmpty()) {
        layer(ShapeKind.POLYGON);
      }
      List<String> names =
          ShortNames.of(table.columns().stream().map(Column::name).toList(), options.shortNames());
      for (Map.Entry<ShapeKind, Layer> entry : layers.entrySet()) {
        entry.getValue().shapes().finish();
        entry.getValue().values().finish(part(entry.getKey(), "dbf"), names);
      }
      Optional<String> prj = prj();
      try (OutputStream out =
              new BufferedOutputStream(Files.newOutputStream(file.path()), 1 << 16);
          ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
        for (Map.Entry<ShapeKind, Layer> entry : layers.entrySet()) {
          String name = entry.getValue().name();
          for (String ending : new String[] {"shp", "shx", "dbf"}) {
            begin(zip, name + "." + ending);
            Files.copy(part(entry.getKey(), ending), zip);
          }
          if (prj.isPresent()) {
            text(zip, name + ".prj", prj.get());
          }
          text(zip, name + ".cpg", "UTF-8");
        }
        text(zip, "README.txt", Readme.text(table, names, options, notices.all()));
      }
      finished = true;
      file.complete();
    } catch (IOException e) {
      throw FileExceptions.unwritable(file.target(), e);
    }
  }

  private Optional<String> prj() {
    if (place.crs().isEmpty()) {
      return Optional.empty();
    }
    String crs = place.crs().get();
    OptionalInt code = EpsgName.code(crs);
    Optional<String> known =
        code.isPresent() ? WellKnownText.esri(code.getAsInt()) : Optional.empty();
    Optional<String> prj = known.or(() -> Optional.of(crs).filter(WellKnownText::is));
    if (prj.isEmpty()) {
      notices.add(
          "crs_not_written",
          crs,
          new Bilingual(
              "No se escribió el .prj: el sistema de coordenadas es " + crs + ".",
              "No .prj was written: the coordinate reference system is " + crs + "."));
    }
    return prj;
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(SAME_BYTES_ALWAYS);
    zip.putNextEntry(entry);
  }

  private static void text(ZipOutputStream zip, String name, String text) throws IOException {
    begin(zip, name);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public List<Notice> notices() {
    return notices.all();
  }

  @Override
  public void close() {
    try {
      for (Map.Entry<ShapeKind, Layer> entry : layers.entrySet()) {
        entry.getValue().shapes().close();
        entry.getValue().values().close();
        for (String ending : new String[] {"shp", "shx", "dbf", "aside"}) {
          Files.deleteIfExists(part(entry.getKey(), ending));
        }
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw FileExceptions.unwritable(file.target(), e);
    } finally {
      file.close();
    }
  }
}
