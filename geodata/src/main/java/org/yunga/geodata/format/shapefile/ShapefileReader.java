package org.yunga.geodata.format.shapefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipException;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.format.support.Notices;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;

/** Shapes and their values side by side; the index ({@code .shx}) is not needed. */
final class ShapefileReader implements TableReader {

  /** So much of the texts is looked at for their encoding. */
  private static final int GUESSED_BYTES = 1 << 23;

  private final Parts parts;
  private final String layer;
  private final Notices notices = new Notices();
  private final ShapeDecoder decoder = new ShapeDecoder();
  private ShapeStream shapes;
  private DbfStream values;
  private Encoding encoding;
  private Table table;
  private Row next;
  private boolean ended;
  private long number;

  private ShapefileReader(Parts parts, String layer) {
    this.parts = parts;
    this.layer = layer;
  }

  static ShapefileReader open(Path file, ReadOptions options) {
    Parts parts = Parts.open(file);
    try {
      String layer =
          parts.layers().stream()
              .filter(name -> options.layer().isEmpty() || options.layer().get().equals(name))
              .findFirst()
              .orElseThrow(() -> missing(parts, options));
      ShapefileReader reader = new ShapefileReader(parts, layer);
      reader.start(options);
      return reader;
    } catch (IOException e) {
      parts.close();
      throw unreadable(parts.name(), "cabecera/head", e);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private static ExplainedException missing(Parts parts, ReadOptions options) {
    if (options.layer().isPresent() && !parts.layers().isEmpty()) {
      return FileExceptions.unknownLayer(parts.name(), options.layer().get(), parts.layers());
    }
    return FileExceptions.wrongFormat(
        "zip_without_shapefile",
        parts.name(),
        ShapefileFormat.LABEL,
        new Bilingual("el ZIP no contiene ningún .shp.", "the zip holds no .shp."));
  }

  private void start(ReadOptions options) throws IOException {
    shapes = ShapeStream.open(parts.open(layer, "shp"), parts.name());
    List<DbfField> fields = List.of();
    OptionalLong rows = OptionalLong.empty();
    if (parts.has(layer, "dbf")) {
      values = DbfStream.open(parts.open(layer, "dbf"), parts.name(), notices);
      fields = values.fields();
      rows = OptionalLong.of(values.count());
      encoding = new Encoding(options.encoding().orElseGet(this::encoding));
    } else {
      notices.add(noValues());
    }
    Optional<String> crs = parts.text(layer, "prj");
    if (crs.isEmpty()) {
      notices.add(noSystem());
    }
    table =
        new Table(
            layer,
            fields.stream().map(DbfField::column).toList(),
            Optional.of(new GeometryColumn(ShapeDecoder.columnType(shapes.shapeType()), crs)),
            rows);
  }

  private Charset encoding() {
    try {
      Optional<Charset> told =
          parts
              .text(layer, "cpg")
              .flatMap(Encoding::ofCpg)
              .or(() -> Encoding.ofLanguage(values.languageByte()));
      if (told.isPresent()) {
        return told.get();
      }
      try (InputStream in = parts.open(layer, "dbf")) {
        byte[] bytes = in.readNBytes(GUESSED_BYTES);
        Optional<Charset> guessed = Encoding.guess(bytes, bytes.length);
        guessed.ifPresent(charset -> notices.add(encodingGuessed(charset)));
        return guessed.orElse(StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw unreadable(parts.name(), ".dbf", e);
    }
  }

  private static Notice encodingGuessed(Charset charset) {
    String name = charset.equals(Encoding.WINDOWS) ? "Latin-1 (Windows-1252)" : charset.name();
    return new Notice(
        "encoding_guessed",
        new Bilingual(
            "El archivo no dice su codificación (.cpg); por sus letras se leyó como "
                + name
                + ". Si ñ o tildes se ven mal, indique la codificación al cargar.",
            "The file does not tell its encoding (.cpg); by its letters it was read as "
                + name
                + ". If ñ or accents look wrong, name the encoding when loading."));
  }

  private static Notice noValues() {
    return new Notice(
        "dbf_missing",
        new Bilingual(
            "Falta el archivo .dbf con los atributos; se leen solo las geometrías. Cópielo junto"
                + " al .shp, con el mismo nombre.",
            "The .dbf with the attributes is missing; only geometries are read. Copy it beside the"
                + " .shp, under the same name."));
  }

  private static Notice noSystem() {
    return new Notice(
        "crs_missing",
        new Bilingual(
            "Falta el archivo .prj con el sistema de coordenadas. Indíquelo al cargar (por ejemplo"
                + " EPSG:32718).",
            "The .prj with the coordinate reference system is missing. Name it when loading (for"
                + " example EPSG:32718)."));
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
    while (next == null && !ended) {
      try {
        next = row();
      } catch (IOException e) {
        throw unreadable(parts.name(), "forma/shape " + (shapes.records() + 1), e);
      }
    }
    return next != null;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next;
    next = null;
    return row;
  }

  /** Null for a row that is marked as deleted, and after the last. */
  private Row row() throws IOException {
    ByteBuffer shape = shapes.next();
    byte[] record = values == null ? null : values.next();
    if (shape == null) {
      ended = true;
      if (record != null) {
        throw unequal(shapes.records(), "≥ " + (shapes.records() + 1));
      }
      return null;
    }
    if (values != null && record == null) {
      throw unequal("≥ " + shapes.records(), shapes.records() - 1);
    }
    if (record != null && DbfStream.isDeleted(record)) {
      return null;
    }
    number++;
    String place = "feature " + number;
    List<RowFlaw> flaws = new ArrayList<>(0);
    Object[] cells = new Object[table.columns().size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = values.fields().get(i).value(record, encoding, place, flaws);
    }
    Optional<Geometry> geometry = geometry(shape, place, flaws);
    return new Row(number, geometry, Collections.unmodifiableList(Arrays.asList(cells)), flaws);
  }

  private Optional<Geometry> geometry(ByteBuffer shape, String place, List<RowFlaw> flaws) {
    try {
      Geometry geometry = decoder.decode(shape);
      if (decoder.hadExtraOrdinates()) {
        notices.add(Notice.extraOrdinates());
      }
      return Optional.ofNullable(geometry);
    } catch (ShapeDecoder.BadShape e) {
      flaws.add(new RowFlaw.UnreadableGeometry(place, "", e.reason()));
      return Optional.empty();
    }
  }

  private ExplainedException unequal(Object shapeCount, Object valueCount) {
    return FileExceptions.broken(
        parts.name(),
        ShapefileFormat.LABEL,
        "forma/shape " + shapes.records(),
        new Bilingual(
            "el .shp tiene " + shapeCount + " formas y el .dbf " + valueCount + " filas.",
            "the .shp has " + shapeCount + " shapes and the .dbf " + valueCount + " rows."),
        null);
  }

  private static ExplainedException unreadable(String file, String place, IOException cause) {
    String what = cause instanceof ZipException ? "ZIP" : ShapefileFormat.LABEL;
    return FileExceptions.broken(
        file,
        what,
        place,
        new Bilingual(
            "no se puede leer (" + cause.getMessage() + ").",
            "it cannot be read (" + cause.getMessage() + ")."),
        cause);
  }

  @Override
  public void close() {
    try {
      if (shapes != null) {
        shapes.close();
      }
      if (values != null) {
        values.close();
      }
    } catch (IOException e) {
      throw unreadable(parts.name(), "close", e);
    } finally {
      parts.close();
    }
  }
}
