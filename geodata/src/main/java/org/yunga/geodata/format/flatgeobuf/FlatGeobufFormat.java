package org.yunga.geodata.format.flatgeobuf;

import java.nio.file.Path;
import java.util.List;
import org.yunga.geodata.table.FileHead;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.Match;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/** One layer in a file; the fastest of all to read. */
public final class FlatGeobufFormat implements Format {

  static final String LABEL = "FlatGeobuf";
  static final String MAGIC = "fgb\u0003fgb";

  @Override
  public String id() {
    return "fgb";
  }

  @Override
  public String label() {
    return LABEL;
  }

  @Override
  public List<String> extensions() {
    return List.of("fgb");
  }

  @Override
  public String mediaType() {
    return "application/flatgeobuf";
  }

  @Override
  public Match match(FileHead head) {
    if (head.startsWith(MAGIC)) {
      return Match.CONTENT;
    }
    return head.hasExtension("fgb") ? Match.NAME : Match.NO;
  }

  @Override
  public List<String> layers(Path file) {
    try (TableReader reader = read(file, ReadOptions.NONE)) {
      return List.of(reader.table().name());
    }
  }

  @Override
  public TableReader read(Path file, ReadOptions options) {
    return FlatGeobufReader.open(file, options);
  }

  @Override
  public TableWriter write(Path file, Table table, WriteOptions options) {
    return FlatGeobufWriter.begin(file, table, options);
  }
}
