package org.yunga.core.store.geopackage;

import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.dataset;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.with;
import static org.yunga.core.Fixtures.wkt;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.yunga.core.audit.Actor;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.figure.Figure;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotSource;
import org.yunga.core.store.Store;

/**
 * A program that publishes until it is killed. It writes a line for each plot that a transaction
 * takes, one when a dataset is staged, and one with the number of the release after each.
 */
final class PublishingLoop {

  /** Figures and plots of each edition; all figures have one value. */
  static final int SIZE = 200;

  private PublishingLoop() {}

  public static void main(String[] arguments) {
    try (Store store = GeoPackageStore.open(Path.of(arguments[0]))) {
      store.publish(reference(region(SAN_MARTIN, "San Martín")));
      for (int edition = Integer.parseInt(arguments[1]); ; edition++) {
        publish(store, edition);
        System.out.println("release " + store.latestReleaseNumber());
        if (edition % 5 == 0) {
          store.rollBack(2, new Actor("loop"));
          System.out.println("release " + store.latestReleaseNumber());
        }
      }
    }
  }

  /** Every other one waits first. */
  private static void publish(Store store, int edition) {
    Actor actor = new Actor("loop");
    if (edition % 2 == 0) {
      store.publishAll(List.of(edition(edition)), actor);
    } else {
      long base = store.latestReleaseNumber();
      long staged = store.stage(List.of(edition(edition)), base, "{}", actor).number();
      System.out.println("staged " + staged);
      store.publishStaged(staged, actor);
    }
  }

  private static Delivery edition(int number) {
    Dataset dataset = dataset("figures", number);
    List<Figure> figures =
        IntStream.range(0, SIZE)
            .mapToObj(i -> figure(SAN_MARTIN, "coca", String.valueOf(1800 + i), "OPD", number))
            .map(figure -> with(figure, dataset))
            .toList();
    Plot plot =
        new Plot("coca_field", 2023, wkt("POLYGON ((-75 -8, -74.9 -8, -74.9 -7.9, -75 -8))"));
    PlotSource plots =
        consumer -> {
          for (int i = 0; i < SIZE; i++) {
            System.out.println("plot");
            consumer.accept(plot);
          }
        };
    return new Delivery(dataset, Catalogue.empty(), List.of(), figures, plots);
  }
}
