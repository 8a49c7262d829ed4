package org.yunga.geodata.badfiles;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.format.Samples;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/** Bad files that are not text: made when they are needed, each in a few lines. */
final class BinaryFiles {

  private static final String SQUARE =
      "POLYGON ((-76.5 -7, -76.4 -7, -76.4 -6.9, -76.5 -6.9, -76.5 -7))";

  /** Makes the bytes of a file. */
  private interface Maker {
    byte[] make(Path folder) throws IOException;
  }

  private static final Map<String, Maker> MAKERS = new TreeMap<>();

  static {
    MAKERS.put("figures-cut-off.xlsx", folder -> half(workbook(true)));
    MAKERS.put("figures-empty.xlsx", folder -> workbook(false));
    MAKERS.put(
        "figures-old-excel.xls",
        folder -> bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0));
    MAKERS.put(
        "figures-an-image.csv",
        folder -> bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0));
    MAKERS.put("figures-a-zip-of-nothing.xlsx", folder -> zip(Map.of("leame.txt", new byte[1])));
    MAKERS.put("boundaries-cut-off.gpkg", folder -> half(written(folder, "gpkg")));
    MAKERS.put("boundaries-cut-off.fgb", folder -> half(written(folder, "fgb")));
    MAKERS.put("boundaries-cut-off.zip", folder -> half(written(folder, "shp")));
    MAKERS.put("boundaries-without-dbf.zip", folder -> without(written(folder, "shp"), "dbf"));
    MAKERS.put("boundaries-without-shp.zip", folder -> without(written(folder, "shp"), "shp"));
    MAKERS.put("boundaries-without-prj.zip", folder -> without(written(folder, "shp"), "prj"));
    MAKERS.put("boundaries-zip-of-nothing.zip", folder -> zip(Map.of("leame.txt", new byte[1])));
    MAKERS.put("boundaries-of-columns.parquet", folder -> bytes('P', 'A', 'R', '1', 0, 0));
    MAKERS.put("plots-of-columns.parquet", folder -> bytes('P', 'A', 'R', '1', 0, 0));
    MAKERS.put("raster-head-only.tif", folder -> bytes('I', 'I', 42, 0, 8, 0, 0, 0));
    MAKERS.put("raster-without-place.tif", folder -> tiff(4));
    MAKERS.put("raster-without-cells.tif", folder -> tiff(0));
  }

  private BinaryFiles() {}

  /** Writes a file of the name; false when it is not one of these. */
  static boolean make(String name, Path folder) throws IOException {
    Maker maker = MAKERS.get(name);
    if (maker == null) {
      return false;
    }
    Files.write(folder.resolve(name), maker.make(folder));
    return true;
  }

  static List<String> names() {
    return List.copyOf(MAKERS.keySet());
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] half(byte[] whole) {
    return Arrays.copyOf(whole, whole.length / 2);
  }

  private static byte[] workbook(boolean filled) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", null)) {
      Worksheet sheet = workbook.newWorksheet("Hoja1");
      if (filled) {
        sheet.value(0, 0, "Títulos PIRDAIS, metas 2016");
        sheet.value(1, 0, "Departamento");
        sheet.value(1, 1, "Títulos");
        sheet.value(2, 0, "Puno");
        sheet.value(2, 1, 5);
      }
      workbook.finish();
    }
    return out.toByteArray();
  }

  /** One district, as a format writes it. */
  private static byte[] written(Path folder, String formatId) throws IOException {
    Format format = Formats.byId(formatId).orElseThrow();
    Path file = folder.resolve("whole." + format.extensions().get(0));
    Table table =
        new Table(
            "distritos",
            List.of(new Column("code", ColumnType.TEXT), new Column("name", ColumnType.TEXT)),
            Optional.of(GeometryColumn.lonLat(GeometryType.POLYGON)));
    try (TableWriter writer = format.write(file, table, WriteOptions.NONE)) {
      writer.write(Row.of(1, Optional.of(Samples.geometry(SQUARE)), "220201", "Bellavista"));
      writer.finish();
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }

  private static byte[] without(byte[] zip, String ending) throws IOException {
    Map<String, byte[]> kept = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.getName().endsWith("." + ending)) {
          kept.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return zip(kept);
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream((OutputStream) out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return out.toByteArray();
  }

  /** Two by two cells of a byte, nowhere on Earth, with as many of their bytes as given. */
  private static byte[] tiff(int cells) {
    int[][] tags = {
      {256, 2}, {257, 2}, {258, 8}, {259, 1}, {262, 1}, {273, 122}, {277, 1}, {278, 2}, {279, 4}
    };
    ByteBuffer out = ByteBuffer.allocate(122 + cells).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    out.putShort((short) tags.length);
    for (int[] tag : tags) {
      out.putShort((short) tag[0]).putShort((short) 3).putInt(1);
      out.putShort((short) tag[1]).putShort((short) 0);
    }
    return out.array();
  }
}
