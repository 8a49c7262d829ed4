package org.yunga.web.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotSource;
import org.yunga.geodata.read.FileHash;
import org.yunga.geodata.sample.SampleData;

/** The plots of a file as a dataset of the product. */
final class EngineStore {

  /** The kinds of {@link EngineData#KINDS} as the product calls them. */
  static final List<String> KINDS =
      List.of("coca_field", "eradicated_field", "titled_parcel", "reforested_lot");

  private static final int BATCH = 4096;

  private EngineStore() {}

  /** What the plots refer to. */
  static Delivery words() {
    return new SampleData().words();
  }

  /** The plots of a file, read when they are published. */
  static Delivery plots(Path file) throws IOException {
    Dataset dataset =
        Dataset.of(
            Dataset.SYNTHETIC + "bench",
            "Parcelas para medir",
            "Yunga",
            "CC0 1.0",
            file.getFileName().toString(),
            FileHash.sha256(file));
    return Delivery.ofPlots(dataset, source(file));
  }

  /** Reads, parses and checks as a loader does: lines in turn, geometries on all cores. */
  private static PlotSource source(Path file) {
    return consumer -> {
      try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
        List<NamedCsvRecord> batch = new ArrayList<>(BATCH);
        for (NamedCsvRecord record : records) {
          batch.add(record);
          if (batch.size() == BATCH) {
            handOut(batch, consumer);
          }
        }
        handOut(batch, consumer);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static void handOut(List<NamedCsvRecord> batch, Consumer<Plot> consumer) {
    batch.parallelStream().map(EngineStore::plot).toList().forEach(consumer);
    batch.clear();
  }

  private static Plot plot(NamedCsvRecord record) {
    Geometry shape = EngineData.wkt(record.getField("wkt"));
    if (!shape.isValid()) {
      throw new IllegalArgumentException("Not valid: " + shape);
    }
    String kind = KINDS.get(EngineData.KINDS.indexOf(record.getField("kind")));
    return new Plot(kind, Integer.parseInt(record.getField("year")), shape);
  }
}
