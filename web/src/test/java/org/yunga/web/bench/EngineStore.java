package org.yunga.web.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
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

  private static PlotSource source(Path file) {
    return consumer -> {
      try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
        for (NamedCsvRecord record : records) {
          String kind = KINDS.get(EngineData.KINDS.indexOf(record.getField("kind")));
          int year = Integer.parseInt(record.getField("year"));
          consumer.accept(new Plot(kind, year, EngineData.wkt(record.getField("wkt"))));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
