package org.yunga.geodata.format.flatgeobuf;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.NodeItem;
import org.wololo.flatgeobuf.PackedRTree;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Header;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.crs.EpsgName;
import org.yunga.geodata.crs.WellKnownText;
import org.yunga.geodata.format.support.Fitted;
import org.yunga.geodata.format.support.Notices;
import org.yunga.geodata.format.support.PendingFile;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/**
 * Features are put aside first: head and index come before them in the file, and the index wants
 * them in its own order, so rows come back in another than they were written. Keeps some 150 bytes
 * a row in memory for that.
 */
final class FlatGeobufWriter implements TableWriter {

  private static final byte[] MAGIC = {'f', 'g', 'b', 3, 'f', 'g', 'b', 1};
  private static final short NODE_SIZE = 16;

  private final PendingFile file;
  private final PendingFile aside;
  private final OutputStream features;
  private final Table table;
  private final GeometryType type;
  private final WriteOptions options;
  private final Notices notices = new Notices();
  private final FlatBufferBuilder builder = new FlatBufferBuilder(1 << 12);
  private final GeometryEncoder geometries = new GeometryEncoder(builder);
  private final Properties properties;
  private final List<PackedRTree.FeatureItem> items = new ArrayList<>();
  private final Envelope extent = new Envelope();
  private boolean allPlaced = true;
  private long bytes;
  private boolean finished;

  private FlatGeobufWriter(
      PendingFile file,
      PendingFile aside,
      OutputStream features,
      Table table,
      WriteOptions options) {
    this.file = file;
    this.aside = aside;
    this.features = features;
    this.table = table;
    this.type = table.geometry().map(GeometryColumn::type).orElse(GeometryType.GEOMETRY);
    this.options = options;
    this.properties = new Properties();
  }

  static FlatGeobufWriter begin(Path target, Table table, WriteOptions options) {
    PendingFile file = new PendingFile(target);
    PendingFile aside = new PendingFile(target);
    try {
      OutputStream features =
          new BufferedOutputStream(Files.newOutputStream(aside.path()), 1 << 18);
      return new FlatGeobufWriter(file, aside, features, table, options);
    } catch (IOException e) {
      file.close();
      aside.close();
      throw FileExceptions.unwritable(target, e);
    }
  }

  @Override
  public void write(Row row) {
    builder.clear();
    Optional<Geometry> geometry =
        row.geometry().map(given -> Fitted.to(type, given, FlatGeobufFormat.LABEL));
    int place = geometry.map(geometries::encode).orElse(0);
    int values = Feature.createPropertiesVector(builder, properties.encode(row.values()));
    builder.finishSizePrefixed(Feature.createFeature(builder, place, values, 0));
    ByteBuffer encoded = builder.dataBuffer();
    try {
      features.write(
          encoded.array(), encoded.arrayOffset() + encoded.position(), encoded.remaining());
    } catch (IOException e) {
      throw FileExceptions.unwritable(file.target(), e);
    }
    remember(geometry, encoded.remaining());
  }

  private void remember(Optional<Geometry> geometry, int length) {
    PackedRTree.FeatureItem item = new PackedRTree.FeatureItem();
    item.offset = bytes;
    item.size = length;
    bytes += length;
    if (geometry.isPresent() && !geometry.get().isEmpty()) {
      Envelope box = geometry.get().getEnvelopeInternal();
      extent.expandToInclude(box);
      item.nodeItem =
          new NodeItem(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), item.offset);
    } else {
      allPlaced = false;
    }
    items.add(item);
  }

  @Override
  public void finish() {
    if (finished) {
      return;
    }
    try {
      features.close();
      boolean indexed = allPlaced && !items.isEmpty();
      if (!indexed && !items.isEmpty()) {
        notices.add(noIndex());
      }
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(file.path()), 1 << 18)) {
        out.write(MAGIC);
        out.write(head(indexed ? NODE_SIZE : 0));
        if (indexed) {
          writeInOrder(out);
        } else {
          Files.copy(aside.path(), out);
        }
      }
      finished = true;
      file.complete();
    } catch (IOException e) {
      throw FileExceptions.unwritable(file.target(), e);
    }
  }

  private static Notice noIndex() {
    return new Notice(
        "index_not_written",
        new Bilingual(
            "El archivo no lleva índice espacial, porque hay filas sin geometría.",
            "The file has no spatial index, because some rows have no geometry."));
  }

  private void writeInOrder(OutputStream out) throws IOException {
    NodeItem box =
        new NodeItem(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY());
    PackedRTree.hilbertSort(items, box);
    long offset = 0;
    for (PackedRTree.FeatureItem item : items) {
      item.nodeItem.offset = offset;
      offset += item.size;
    }
    new PackedRTree(items, NODE_SIZE).write(out);
    try (FileChannel channel = FileChannel.open(aside.path())) {
      ByteBuffer buffer = ByteBuffer.allocate(1 << 12);
      for (PackedRTree.FeatureItem item : items) {
        if (buffer.capacity() < item.size) {
          buffer = ByteBuffer.allocate((int) item.size * 2);
        }
        buffer.clear().limit((int) item.size);
        long at = item.offset;
        while (buffer.hasRemaining()) {
          at += channel.read(buffer, at);
        }
        out.write(buffer.array(), 0, (int) item.size);
      }
    }
  }

  private byte[] head(int nodeSize) {
    FlatBufferBuilder head = new FlatBufferBuilder();
    int[] columns = new int[table.columns().size()];
    for (int i = 0; i < columns.length; i++) {
      Column column = table.columns().get(i);
      int name = head.createString(column.name());
      int metadata =
          column.type() == ColumnType.DATE ? head.createString(FieldTypes.DATE_METADATA) : 0;
      columns[i] =
          org.wololo.flatgeobuf.generated.Column.createColumn(
              head,
              name,
              FieldTypes.code(column.type()),
              0,
              0,
              column.width().orElse(-1),
              -1,
              -1,
              true,
              false,
              false,
              metadata);
    }
    int columnsVector = columns.length == 0 ? 0 : Header.createColumnsVector(head, columns);
    int name = head.createString(table.name());
    int title = options.title().isBlank() ? 0 : head.createString(options.title());
    int description =
        options.description().isBlank() ? 0 : head.createString(options.description());
    int crs = crs(head);
    int envelope =
        extent.isNull()
            ? 0
            : Header.createEnvelopeVector(
                head,
                new double[] {
                  extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()
                });
    head.finishSizePrefixed(
        Header.createHeader(
            head,
            name,
            envelope,
            Head.code(type),
            false,
            false,
            false,
            false,
            columnsVector,
            items.size(),
            nodeSize,
            crs,
            title,
            description,
            0));
    return head.sizedByteArray();
  }

  private int crs(FlatBufferBuilder head) {
    Optional<String> crs = table.geometry().flatMap(GeometryColumn::crs);
    if (crs.isEmpty()) {
      return 0;
    }
    OptionalInt code = EpsgName.code(crs.get());
    if (code.isPresent()) {
      int org = head.createString("EPSG");
      return Crs.createCrs(head, org, code.getAsInt(), 0, 0, 0, 0);
    }
    int wkt = WellKnownText.is(crs.get()) ? head.createString(crs.get()) : 0;
    return Crs.createCrs(head, 0, 0, 0, 0, wkt, 0);
  }

  @Override
  public List<Notice> notices() {
    return notices.all();
  }

  @Override
  public void close() {
    try {
      features.close();
    } catch (IOException e) {
      throw FileExceptions.unwritable(file.target(), e);
    } finally {
      aside.close();
      file.close();
    }
  }
}
