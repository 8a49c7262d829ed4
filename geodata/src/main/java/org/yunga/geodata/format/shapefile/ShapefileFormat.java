package org.yunga.geodata.format.shapefile;

import java.nio.file.Path;
import java.util.List;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.table.FileHead;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.Match;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/** A {@code .shp} with its sister files, or a zip that holds one or several. */
public final class ShapefileFormat implements Format {

  static final String LABEL = "Shapefile";

  private static final String ZIP = "PK\u0003\u0004";

  /** 9994, big-endian. */
  private static final String SHP = "\0\0\u0027\n";

  @Override
  public String id() {
    return "shp";
  }

  @Override
  public String label() {
    return LABEL;
  }

  @Override
  public List<String> extensions() {
    return List.of("zip", "shp");
  }

  @Override
  public String mediaType() {
    return "application/zip";
  }

  @Override
  public Match match(FileHead head) {
    if (head.startsWith(SHP)) {
      return head.hasExtension("shx") ? Match.NO : Match.CONTENT;
    }
    if (head.startsWith(ZIP)) {
      return holdsShapefile(head.path()) ? Match.CONTENT : Match.NO;
    }
    return head.hasExtension("shp") ? Match.NAME : Match.NO;
  }

  private static boolean holdsShapefile(Path zip) {
    try (Parts parts = Parts.open(zip)) {
      return !parts.layers().isEmpty();
    } catch (ExplainedException e) {
      return false;
    }
  }

  @Override
  public List<String> layers(Path file) {
    try (Parts parts = Parts.open(file)) {
      return parts.layers();
    }
  }

  @Override
  public TableReader read(Path file, ReadOptions options) {
    return ShapefileReader.open(file, options);
  }

  @Override
  public TableWriter write(Path file, Table table, WriteOptions options) {
    return ShapefileWriter.begin(file, table, options);
  }
}
