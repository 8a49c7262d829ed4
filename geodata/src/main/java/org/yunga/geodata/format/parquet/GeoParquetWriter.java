package org.yunga.geodata.format.parquet;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.yunga.geodata.format.support.Fitted;
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

/**
 * Writes groups of rows, each column for itself, and what they are at the end. A group is in memory
 * until it is full.
 */
final class GeoParquetWriter implements TableWriter {

  /** Names of the sides of a box, in the order of the file. */
  static final List<String> SIDES = List.of("xmin", "ymin", "xmax", "ymax");

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int GROUP_ROWS = 100_000;
  private static final long GROUP_BYTES = 64L << 20;

  private final PendingFile file;
  private final OutputStream out;
  private final Table table;
  private final WriteOptions options;
  private final Notices notices = new Notices();
  private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, false);
  private final GeoMetadata geo;
  private final List<RowGroup> groups = new ArrayList<>();
  private List<ColumnPages> pages = List.of();
  private int groupRows;
  private long rows;
  private long at = MAGIC.length;
  private boolean finished;

  private GeoParquetWriter(PendingFile file, OutputStream out, Table table, WriteOptions options) {
    this.file = file;
    this.out = out;
    this.table = table;
    this.options = options;
    this.geo = new GeoMetadata(table.geometry().map(GeometryColumn::isLonLat).orElse(true));
  }

  static GeoParquetWriter begin(Path target, Table table, WriteOptions options) {
    PendingFile file = new PendingFile(target);
    try {
      OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.path()), 1 << 18);
      out.write(MAGIC);
      GeoParquetWriter writer = new GeoParquetWriter(file, out, table, options);
      writer.pages = writer.emptyPages();
      return writer;
    } catch (IOException e) {
      file.close();
      throw FileExceptions.unwritable(target, e);
    }
  }

  private List<ColumnPages> emptyPages() {
    List<ColumnPages> empty = new ArrayList<>();
    for (Column column : table.columns()) {
      empty.add(new ColumnPages(List.of(name(column)), ColumnKind.of(column.type()).stored()));
    }
    if (table.geometry().isPresent()) {
      empty.add(new ColumnPages(List.of(GeoMetadata.GEOMETRY), ColumnKind.WKB.stored()));
      for (String side : SIDES) {
        empty.add(new ColumnPages(List.of(GeoMetadata.BOX, side), ColumnKind.DECIMAL.stored()));
      }
    }
    return empty;
  }

  /** Columns of ours must not be taken for the geometry or its box. */
  private String name(Column column) {
    boolean taken =
        table.geometry().isPresent()
            && (column.name().equals(GeoMetadata.GEOMETRY)
                || column.name().equals(GeoMetadata.BOX));
    return taken ? column.name() + "_" : column.name();
  }

  @Override
  public void write(Row row) {
    try {
      for (int i = 0; i < table.columns().size(); i++) {
        Object value = row.values().get(i);
        ColumnKind kind = ColumnKind.of(table.columns().get(i).type());
        pages.get(i).add(value == null ? null : kind.plain(value));
      }
      if (table.geometry().isPresent()) {
        writePlace(row.geometry(), table.geometry().get().type());
      }
      rows++;
      if (++groupRows == GROUP_ROWS
          || pages.stream().mapToLong(ColumnPages::size).sum() > GROUP_BYTES) {
        endGroup();
      }
    } catch (IOException e) {
      throw FileExceptions.unwritable(file.target(), e);
    }
  }

  private void writePlace(Optional<Geometry> given, GeometryType type) throws IOException {
    int first = table.columns().size();
    Optional<Geometry> geometry =
        given
            .map(any -> Fitted.to(type, any, GeoParquetFormat.LABEL))
            .filter(any -> !any.isEmpty());
    geometry.ifPresent(geo::add);
    pages.get(first).add(geometry.map(wkb::write).orElse(null));
    Envelope box = geometry.map(Geometry::getEnvelopeInternal).orElse(null);
    double[] sides =
        box == null
            ? null
            : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    for (int side = 0; side < SIDES.size(); side++) {
      pages.get(first + 1 + side).add(sides == null ? null : (Object) sides[side]);
    }
  }

  private void endGroup() throws IOException {
    if (groupRows == 0) {
      return;
    }
    long start = at;
    List<ColumnChunk> chunks = new ArrayList<>();
    long plain = 0;
    for (ColumnPages column : pages) {
      ColumnChunk chunk = column.writeTo(out, at);
      at += column.bytesWritten();
      plain += chunk.getMeta_data().getTotal_uncompressed_size();
      chunks.add(chunk);
    }
    RowGroup group = new RowGroup(chunks, plain, groupRows);
    group.setFile_offset(start);
    group.setTotal_compressed_size(at - start);
    groups.add(group);
    pages = emptyPages();
    groupRows = 0;
  }

  @Override
  public void finish() {
    if (finished) {
      return;
    }
    try {
      endGroup();
      ByteArrayOutputStream foot = new ByteArrayOutputStream();
      Util.writeFileMetaData(metadata(), foot);
      foot.writeTo(out);
      out.write(PlainValues.littleEndian(foot.size()));
      out.write(MAGIC);
      out.close();
      finished = true;
      file.complete();
    } catch (IOException e) {
      throw FileExceptions.unwritable(file.target(), e);
    }
  }

  private FileMetaData metadata() {
    List<SchemaElement> schema = schema();
    FileMetaData metadata = new FileMetaData(2, schema, rows, groups);
    metadata.setCreated_by("Yunga");
    if (table.geometry().isPresent()) {
      add(metadata, GeoMetadata.KEY, geo.json());
    }
    add(metadata, "title", options.title());
    add(metadata, "description", options.description());
    for (int i = 0; i < pages.size(); i++) {
      metadata.addToColumn_orders(ColumnOrder.TYPE_ORDER(new TypeDefinedOrder()));
    }
    return metadata;
  }

  private static void add(FileMetaData metadata, String key, String value) {
    if (!value.isBlank()) {
      KeyValue pair = new KeyValue(key);
      pair.setValue(value);
      metadata.addToKey_value_metadata(pair);
    }
  }

  private List<SchemaElement> schema() {
    boolean placed = table.geometry().isPresent();
    List<SchemaElement> schema = new ArrayList<>();
    SchemaElement root = new SchemaElement("schema");
    root.setNum_children(table.columns().size() + (placed ? 2 : 0));
    schema.add(root);
    for (Column column : table.columns()) {
      schema.add(leaf(name(column), ColumnKind.of(column.type()), FieldRepetitionType.OPTIONAL));
    }
    if (placed) {
      schema.add(leaf(GeoMetadata.GEOMETRY, ColumnKind.WKB, FieldRepetitionType.OPTIONAL));
      SchemaElement box = new SchemaElement(GeoMetadata.BOX);
      box.setNum_children(SIDES.size());
      box.setRepetition_type(FieldRepetitionType.OPTIONAL);
      schema.add(box);
      for (String side : SIDES) {
        schema.add(leaf(side, ColumnKind.DECIMAL, FieldRepetitionType.REQUIRED));
      }
    }
    return schema;
  }

  private static SchemaElement leaf(String name, ColumnKind kind, FieldRepetitionType repetition) {
    SchemaElement element = new SchemaElement(name);
    element.setType(kind.stored());
    element.setRepetition_type(repetition);
    kind.describe(element);
    return element;
  }

  @Override
  public List<Notice> notices() {
    return notices.all();
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw FileExceptions.unwritable(file.target(), e);
    } finally {
      file.close();
    }
  }
}
