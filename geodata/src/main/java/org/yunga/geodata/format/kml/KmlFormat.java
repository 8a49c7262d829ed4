package org.yunga.geodata.format.kml;

import java.nio.file.Path;
import java.util.List;
import org.yunga.geodata.format.support.Stem;
import org.yunga.geodata.table.FileHead;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.Match;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/** All placemarks of a file as one layer. */
public final class KmlFormat implements Format {

  static final String LABEL = "KML";

  @Override
  public String id() {
    return "kml";
  }

  @Override
  public String label() {
    return LABEL;
  }

  @Override
  public List<String> extensions() {
    return List.of("kml");
  }

  @Override
  public String mediaType() {
    return "application/vnd.google-earth.kml+xml";
  }

  @Override
  public Match match(FileHead head) {
    String text = head.text();
    if (text.startsWith("<") && (text.contains("<kml") || text.contains(":kml "))) {
      return Match.CONTENT;
    }
    return head.hasExtension("kml") ? Match.NAME : Match.NO;
  }

  @Override
  public List<String> layers(Path file) {
    FileHead.of(file);
    return List.of(Stem.of(file));
  }

  @Override
  public TableReader read(Path file, ReadOptions options) {
    FileHead.of(file);
    Stem.requireLayer(file, options);
    return KmlReader.open(file);
  }

  @Override
  public TableWriter write(Path file, Table table, WriteOptions options) {
    return KmlWriter.begin(file, table, options);
  }
}
