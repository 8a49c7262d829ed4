package org.yunga.web.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  private static final int AHEAD = 8;
  private static final int PARSERS = Runtime.getRuntime().availableProcessors();

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

  /** Reads, parses and checks as a loader does: some batches of lines ahead of who takes them. */
  private static PlotSource source(Path file) {
    return consumer -> {
      ExecutorService parsers = Executors.newFixedThreadPool(PARSERS);
      try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
        Deque<Future<List<Plot>>> ahead = new ArrayDeque<>();
        List<NamedCsvRecord> batch = new ArrayList<>(BATCH);
        for (NamedCsvRecord record : records) {
          batch.add(record);
          if (batch.size() == BATCH) {
            ahead.add(parse(batch, parsers));
            batch = new ArrayList<>(BATCH);
            if (ahead.size() > AHEAD) {
              get(ahead.remove()).forEach(consumer);
            }
          }
        }
        ahead.add(parse(batch, parsers));
        for (Future<List<Plot>> parsed : ahead) {
          get(parsed).forEach(consumer);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        parsers.shutdownNow();
      }
    };
  }

  private static Future<List<Plot>> parse(List<NamedCsvRecord> batch, ExecutorService parsers) {
    return parsers.submit(() -> batch.stream().map(EngineStore::plot).toList());
  }

  private static List<Plot> get(Future<List<Plot>> parsed) {
    try {
      return parsed.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
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
