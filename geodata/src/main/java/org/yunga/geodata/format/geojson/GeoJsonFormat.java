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

/** A feature collection. */
public final class GeoJsonFormat implements Format {

  @Override
  public String id() {
    return "geojson";
  }

  @Override
  public String label() {
    return "GeoJSON";
  }

  @Override
  public List<String> extensions() {
    return List.of("geojson", "json");
  }

  @Override
  public String mediaType() {
    return "application/geo+json";
  }

  @Override
  public Match match(FileHead head) {
    String text = head.text();
    if (text.startsWith("{") && text.contains("\"FeatureCollection\"")) {
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
    Schema schema = Schema.ofCollection(file);
    return new JsonTableReader(file, schema, new CollectionFeatures(file));
  }

  @Override
  public TableWriter write(Path file, Table table, WriteOptions options) {
    return JsonTableWriter.collection(file, table, options);
  }
}
