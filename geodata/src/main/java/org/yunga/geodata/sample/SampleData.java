package org.yunga.geodata.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.PlotSource;
import org.yunga.geodata.read.FileHash;
import org.yunga.geodata.reference.ReferenceData;

/** The two datasets of a store for trying: words and boundaries, and made-up plots. */
public final class SampleData {

  /** Key of the words, region sets and boundaries, which are real but for their company. */
  public static final String WORDS = Dataset.SYNTHETIC + "words";

  /** Key of the plots. */
  public static final String PLOTS = Dataset.SYNTHETIC + "plots";

  /** Raise this when the same parameters make other plots. */
  private static final int MAKING = 2;

  private final Delivery reference = ReferenceData.load();

  /** What the plots refer to: the reference data without a single figure. */
  public Delivery words() {
    Dataset shipped = reference.dataset();
    Dataset dataset =
        Dataset.of(
            WORDS,
            "Catálogo, regiones y límites para probar con datos sintéticos",
            shipped.source(),
            shipped.licence(),
            shipped.fileName(),
            hash("words of " + shipped.sha256()));
    return new Delivery(dataset, reference.catalogue(), reference.regions(), List.of());
  }

  /** Made-up plots; the same number and seed make the same ones. */
  public SamplePlots plots(int count, long seed) {
    return SamplePlots.of(reference, count, seed);
  }

  /**
   * A delivery of plots that {@link #plots} made. Its hash is that of all they depend on: number,
   * seed and valleys.
   *
   * @param source hands out those plots, perhaps telling of its progress
   */
  public Delivery delivery(int count, long seed, PlotSource source) {
    String parameters = count + "-" + seed;
    String valleys = Valley.of(reference).toString();
    Dataset dataset =
        Dataset.of(
            PLOTS,
            "Parcelas sintéticas: " + count + " con la semilla " + seed,
            "Yunga (inventadas: no describen ningún lugar ni a nadie)",
            "CC0 1.0",
            "sample-" + parameters,
            hash("plots " + MAKING + "-" + parameters + " over " + valleys));
    return Delivery.ofPlots(dataset, source);
  }

  private static String hash(String text) {
    return FileHash.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
