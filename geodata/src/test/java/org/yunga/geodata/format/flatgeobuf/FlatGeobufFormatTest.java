package org.yunga.geodata.format.flatgeobuf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.geodata.format.FormatContract;
import org.yunga.geodata.format.Gdal;
import org.yunga.geodata.format.Samples;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

class FlatGeobufFormatTest extends FormatContract {

  private static final Table NUMBERED =
      new Table(
          "n",
          List.of(new Column("n", ColumnType.INTEGER)),
          Optional.of(GeometryColumn.lonLat(GeometryType.POINT)));

  @Override
  protected Format format() {
    return new FlatGeobufFormat();
  }

  @Override
  protected String gdalDriver() {
    return "FlatGeobuf";
  }

  /** GDAL 3.6 drops rows without a geometry. */
  @Override
  protected List<Row> keptByGdal(List<Row> rows) {
    return rows.stream().filter(row -> row.geometry().isPresent()).toList();
  }

  @Override
  protected String[] gdalOptions() {
    return new String[] {"-lco", "SPATIAL_INDEX=NO"};
  }

  /** GDAL has no way to tell a date without a time. */
  @Override
  protected Object expectedOfGdal(Column column, Object value) {
    return value instanceof LocalDate date ? date.atStartOfDay() : value;
  }

  private static List<Row> points(int count) {
    Random chance = new Random(7);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Coordinate place =
          new Coordinate(-80 + 10 * chance.nextDouble(), -18 + 18 * chance.nextDouble());
      rows.add(Row.of(i + 1, Optional.of(new GeometryFactory().createPoint(place)), (long) i));
    }
    return rows;
  }

  /** One node, two levels, three levels; GDAL finds by the index what brute force finds. */
  @ParameterizedTest
  @ValueSource(ints = {1, 16, 17, 257, 5000})
  void theIndexFindsAllAndOnlyWhatLiesInABox(int count) {
    List<Row> rows = points(count);
    Path file = write(NUMBERED, rows);
    long inside =
        rows.stream()
            .map(row -> row.geometry().orElseThrow().getCoordinate())
            .filter(c -> c.x >= -77 && c.x <= -75 && c.y >= -10 && c.y <= -5)
            .count();

    assertThat(read(file, ReadOptions.NONE))
        .extracting(row -> row.values().get(0))
        .containsExactlyInAnyOrderElementsOf(
            rows.stream().map(row -> row.values().get(0)).toList());
    Gdal.require();
    assertThat(
            Gdal.run("ogrinfo", "-so", "-al", "-spat", "-77", "-10", "-75", "-5", file.toString()))
        .contains("Feature Count: " + inside);
  }

  @Test
  void gdalsIndexIsPassedOver() throws IOException {
    Gdal.require();
    Path file = byGdal(NUMBERED, points(300));

    assertThat(read(file, ReadOptions.NONE)).hasSize(300);
  }

  @Test
  void rowsWithoutAPlaceCostTheIndexAndThatIsTold() {
    try (TableWriter writer =
        format().write(target(), Samples.table(GeometryType.POINT), WriteOptions.NONE)) {
      Samples.rows(Samples.POINT, null).forEach(writer::write);
      writer.finish();
      assertThat(writer.notices()).extracting(Notice::code).containsExactly("index_not_written");
    }
  }

  @Test
  void heightsAreDroppedAndTold() throws IOException {
    Gdal.require();
    Path file =
        byGdal(Samples.table(GeometryType.POLYGON), Samples.rows(Samples.HOLED), "-dim", "XYZ");

    try (TableReader reader = open(file)) {
      assertThat(reader.next().geometry().orElseThrow().norm())
          .isEqualTo(Samples.geometry(Samples.HOLED).norm());
      assertThat(reader.notices())
          .extracting(Notice::code)
          .containsExactly("extra_ordinates_dropped");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void impossibleLengthsAreExplained(int length) throws IOException {
    byte[] bytes = Files.readAllBytes(write(NUMBERED, points(1)));
    int head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(8);
    for (int at : new int[] {8, 12 + head + 80}) { // head, first feature behind two nodes
      byte[] spoilt = bytes.clone();
      ByteBuffer.wrap(spoilt).order(ByteOrder.LITTLE_ENDIAN).putInt(at, length);
      Path file = folder.resolve("spoilt.fgb");
      Files.write(file, spoilt);

      assertExplained(file, "file_broken");
    }
  }

  @Test
  void anotherKindOfFileIsExplained() throws IOException {
    Path file = folder.resolve("a.fgb");
    Files.writeString(file, "fgb?");

    assertExplained(file, "flatgeobuf_head_missing");
  }
}
