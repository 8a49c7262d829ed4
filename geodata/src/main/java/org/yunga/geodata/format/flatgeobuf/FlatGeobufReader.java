package org.yunga.geodata.format.flatgeobuf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.generated.Feature;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.format.support.Notices;
import org.yunga.geodata.format.support.Stem;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.FileHead;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;

/** Features in the order of the file; the index is passed over. */
final class FlatGeobufReader implements TableReader {

  private static final int MAGIC_BYTES = 8;
  private static final int SIZE_BYTES = 4;
  private static final int LARGEST_HEAD = 1 << 24;
  private static final int LARGEST_FEATURE = 1 << 27;
  private static final int NODE_BYTES = 40;

  private final InputStream in;
  private final String file;
  private final Notices notices = new Notices();
  private final GeometryDecoder decoder = new GeometryDecoder();
  private final Feature feature = new Feature();
  private long left;
  private Head head;
  private byte[] buffer = new byte[1 << 16];
  private int length;
  private long number;
  private boolean fetched;

  private FlatGeobufReader(InputStream in, String file, long bytes) {
    this.in = in;
    this.file = file;
    this.left = bytes;
  }

  static FlatGeobufReader open(Path path, ReadOptions options) {
    String name = path.getFileName().toString();
    if (!FileHead.of(path).startsWith(FlatGeobufFormat.MAGIC)) {
      throw FileExceptions.wrongFormat(
          "flatgeobuf_head_missing",
          name,
          FlatGeobufFormat.LABEL,
          new Bilingual(
              "no empieza como un FlatGeobuf de la versión 3.",
              "it does not begin as a FlatGeobuf of version 3 does."));
    }
    InputStream in = null;
    try {
      in = new BufferedInputStream(Files.newInputStream(path), 1 << 18);
      FlatGeobufReader reader = new FlatGeobufReader(in, name, Files.size(path));
      reader.begin(Stem.of(path));
      String layer = reader.head.table().name();
      if (options.layer().isPresent() && !options.layer().get().equals(layer)) {
        throw FileExceptions.unknownLayer(name, options.layer().get(), List.of(layer));
      }
      return reader;
    } catch (IOException e) {
      closeQuietly(in);
      throw FileExceptions.unreadable(path, e);
    } catch (RuntimeException e) {
      closeQuietly(in);
      throw e;
    }
  }

  private static void closeQuietly(InputStream in) {
    try {
      if (in != null) {
        in.close();
      }
    } catch (IOException e) {
      return; // the failure that led here says more
    }
  }

  private void begin(String stem) throws IOException {
    String place = "cabecera/head";
    fill(MAGIC_BYTES, MAGIC_BYTES, place);
    int size = size(LARGEST_HEAD, place);
    fill(size, LARGEST_HEAD, place);
    try {
      byte[] bytes = Arrays.copyOf(buffer, size);
      head = Head.of(ByteBuffer.wrap(bytes), stem, notices);
    } catch (IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException e) {
      throw broken(place, e);
    }
    long index = indexBytes(head.features(), head.indexNodeSize());
    if (index > left) {
      throw truncated("índice/index");
    }
    in.skipNBytes(index);
    left -= index;
  }

  /** The size of the packed tree, level by level from the leaves up. */
  private long indexBytes(long features, int nodeSize) {
    if (nodeSize == 0 || features == 0) {
      return 0;
    }
    if (nodeSize < 2 || features < 0 || features > left / NODE_BYTES) {
      throw truncated("índice/index");
    }
    long level = features;
    long nodes = features;
    while (level > 1) {
      level = (level + nodeSize - 1) / nodeSize;
      nodes += level;
    }
    return features == 1 ? 2L * NODE_BYTES : nodes * NODE_BYTES;
  }

  private int size(int most, String place) throws IOException {
    fill(SIZE_BYTES, SIZE_BYTES, place);
    int size = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
    if (size < SIZE_BYTES || size > left) {
      throw truncated(place);
    }
    if (size > most) {
      throw FileExceptions.tooLarge(file, place, size, most);
    }
    return size;
  }

  private void fill(int count, int most, String place) throws IOException {
    if (buffer.length < count) {
      buffer = new byte[Math.min(most, Math.max(count, 2 * buffer.length))];
    }
    if (in.readNBytes(buffer, 0, count) < count) {
      throw truncated(place);
    }
    left -= count;
  }

  private ExplainedException truncated(String place) {
    return broken(place, null);
  }

  private ExplainedException broken(String place, Exception cause) {
    return FileExceptions.broken(
        file,
        FlatGeobufFormat.LABEL,
        place,
        new Bilingual(
            "termina antes de tiempo o sus longitudes no pueden ser.",
            "it ends too early, or its lengths cannot be true."),
        cause);
  }

  @Override
  public Table table() {
    return head.table();
  }

  @Override
  public List<Notice> notices() {
    return notices.all();
  }

  @Override
  public boolean hasNext() {
    if (fetched) {
      return true;
    }
    boolean told = head.features() > 0;
    if (told ? number >= head.features() : left == 0) {
      return false;
    }
    String place = "feature " + (number + 1);
    try {
      length = size(LARGEST_FEATURE, place);
      fill(length, LARGEST_FEATURE, place);
    } catch (IOException e) {
      throw broken(place, e);
    }
    number++;
    fetched = true;
    return true;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    fetched = false;
    String place = "feature " + number;
    List<RowFlaw> flaws = new ArrayList<>(0);
    Object[] values = new Object[head.table().columns().size()];
    Optional<Geometry> geometry = Optional.empty();
    try {
      Feature.getRootAsFeature(ByteBuffer.wrap(buffer, 0, length).slice(), feature);
      geometry = geometry(place, flaws);
      values(values, place, flaws);
    } catch (IndexOutOfBoundsException
        | BufferUnderflowException
        | IllegalArgumentException
        | NegativeArraySizeException e) {
      flaws.add(
          new RowFlaw.UnreadableRow(
              place,
              "",
              new Bilingual(
                  "sus bytes no son un elemento de FlatGeobuf. Exporte el archivo de nuevo.",
                  "its bytes are no feature of FlatGeobuf. Export the file again.")));
    }
    return new Row(number, geometry, Collections.unmodifiableList(Arrays.asList(values)), flaws);
  }

  private Optional<Geometry> geometry(String place, List<RowFlaw> flaws) {
    try {
      org.wololo.flatgeobuf.generated.Geometry given = feature.geometry();
      if (given == null) {
        return Optional.empty();
      }
      Geometry geometry = decoder.decode(given, head.geometryType(), length);
      if (decoder.hadExtraOrdinates()) {
        notices.add(Notice.extraOrdinates());
      }
      return Optional.of(geometry);
    } catch (IndexOutOfBoundsException
        | BufferUnderflowException
        | IllegalArgumentException
        | NegativeArraySizeException e) {
      String reason = String.valueOf(e.getMessage());
      flaws.add(
          new RowFlaw.UnreadableGeometry(
              place,
              "",
              new Bilingual(
                  "sus bytes no son una geometría de FlatGeobuf (" + reason + ").",
                  "its bytes are no geometry of FlatGeobuf (" + reason + ").")));
      return Optional.empty();
    }
  }

  private void values(Object[] values, String place, List<RowFlaw> flaws) {
    ByteBuffer in = feature.propertiesAsByteBuffer();
    while (in != null && in.remaining() > 1) {
      int field = Short.toUnsignedInt(in.getShort());
      if (field >= head.fields().size()) {
        throw new IndexOutOfBoundsException(field);
      }
      Head.Field given = head.fields().get(field);
      boolean wanted = given.column() >= 0;
      Object value =
          FieldTypes.read(
              in,
              given.type(),
              wanted ? head.table().columns().get(given.column()) : null,
              place,
              flaws);
      if (wanted) {
        values[given.column()] = value;
      }
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw broken("close", e);
    }
  }
}
