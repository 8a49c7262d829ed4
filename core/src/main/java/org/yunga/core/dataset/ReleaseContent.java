package org.yunga.core.dataset;

import java.util.List;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.figure.Figure;
import org.yunga.core.region.Region;

/**
 * All that one release holds, as the store keeps it. A region may stand here twice, once with its
 * name from the reference data and once with a boundary: the snapshot makes one of them.
 *
 * @param release which one
 * @param catalogue its words
 * @param regions rows of all its datasets: reference data first, boundary datasets after it, each
 *     in order of publication
 * @param figures its figures
 */
public record ReleaseContent(
    Release release, Catalogue catalogue, List<Region> regions, List<Figure> figures) {

  /** Copies the lists. */
  public ReleaseContent {
    regions = List.copyOf(regions);
    figures = List.copyOf(figures);
  }
}
