package org.yunga.geodata.format.geojson;

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

/** Features one after the other; a broken one does not spoil those after it. */
public final class GeoJsonSequenceFormat implements Format {

  static final String LABEL = "GeoJSON (secuencia)";

  @Override
  public String id() {
    return "geojsonseq";
  }

  @Override
  public String label() {
    return LABEL;
  }

  @Override
  public List<String> extensions() {
    return List.of("geojsons", "geojsonl", "geojsonseq", "ndjson", "jsonl");
  }

  @Override
  public String mediaType() {
    return "application/geo+json-seq";
  }

  @Override
  public Match match(FileHead head) {
    String text = head.text();
    if (head.startsWith("\u001e")) {
      return Match.CONTENT;
    }
    int end = text.indexOf('\n');
    String first = (end < 0 ? text : text.substring(0, end)).strip();
    boolean whole = first.endsWith("}") || head.bytes().length == FileHead.BYTES && end < 0;
    boolean feature = first.contains("\"Feature\"") && !first.contains("\"FeatureCollection\"");
    if (first.startsWith("{") && whole && feature) {
      return Match.CONTENT;
    }
    return extensions().stream().anyMatch(head::hasExtension) ? Match.NAME : Match.NO;
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
    Schema schema = Schema.ofSequence(file);
    return new JsonTableReader(file, schema, new SequenceFeatures(file));
  }

  @Override
  public TableWriter write(Path file, Table table, WriteOptions options) {
    return JsonTableWriter.sequence(file, table);
  }
}
