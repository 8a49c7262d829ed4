package org.yunga.core.dataset;

import java.util.List;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.figure.Figure;
import org.yunga.core.plot.PlotSource;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;

/**
 * A dataset with its content, checked and ready to be published.
 *
 * @param dataset what it is
 * @param catalogue words it brings; {@link Catalogue#empty()} for most
 * @param regions regions, or boundaries of regions, it brings
 * @param figures figures it brings, each carrying this dataset's id
 * @param plots plots it brings; read when it is published, and from the beginning again where that
 *     has to be done again
 * @param accepted problems it is published with all the same
 */
public record Delivery(
    Dataset dataset,
    Catalogue catalogue,
    List<Region> regions,
    List<Figure> figures,
    PlotSource plots,
    List<AcceptedProblem> accepted) {

  /** Copies the lists, checks that the figures are of this dataset. */
  public Delivery {
    regions = List.copyOf(regions);
    figures = List.copyOf(figures);
    accepted = List.copyOf(accepted);
    for (Figure figure : figures) {
      if (!figure.dataset().equals(dataset.id())) {
        throw new IllegalArgumentException(
            figure.key() + " is of dataset " + figure.dataset() + ", not of " + dataset.id());
      }
    }
  }

  /** A delivery without problems. */
  public Delivery(
      Dataset dataset,
      Catalogue catalogue,
      List<Region> regions,
      List<Figure> figures,
      PlotSource plots) {
    this(dataset, catalogue, regions, figures, plots, List.of());
  }

  /** A delivery without plots. */
  public Delivery(
      Dataset dataset, Catalogue catalogue, List<Region> regions, List<Figure> figures) {
    this(dataset, catalogue, regions, figures, PlotSource.NONE);
  }

  /** A delivery of plots only. */
  public static Delivery ofPlots(Dataset dataset, PlotSource plots) {
    return new Delivery(dataset, Catalogue.empty(), List.of(), List.of(), plots);
  }

  /** A delivery of boundaries only. */
  public static Delivery ofRegions(Dataset dataset, List<Region> regions) {
    return new Delivery(dataset, Catalogue.empty(), regions, List.of());
  }

  /** A delivery of boundaries with the set that they are of. */
  public static Delivery ofRegions(Dataset dataset, RegionSet set, List<Region> regions) {
    return new Delivery(dataset, Catalogue.ofRegionSet(set), regions, List.of());
  }

  /** The same delivery, published with these problems. */
  public Delivery accepting(List<AcceptedProblem> problems) {
    return new Delivery(dataset, catalogue, regions, figures, plots, problems);
  }
}
