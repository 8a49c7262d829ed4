package org.yunga.core.monitor;

import java.util.List;
import java.util.Optional;
import org.yunga.core.dataset.Release;
import org.yunga.core.figure.Figure;
import org.yunga.core.region.Region;

/**
 * Everything about one region.
 *
 * @param release what it was answered from
 * @param region the region
 * @param parent the region that holds it
 * @param figures all its figures, by indicator in the order of the catalogue, then time, then
 *     series
 * @param parts what its parts add up to, beside its own figures
 */
public record RegionProfile(
    Release release,
    Region region,
    Optional<Region> parent,
    List<Figure> figures,
    List<PartsSum> parts) {

  /**
   * What the parts of a region add up to, beside the region's own figure.
   *
   * @param regionSet the set the parts are of
   * @param of what is summed: the key of the whole
   * @param sum of the parts that have a value
   * @param regions how many have one
   * @param whole the region's own figure
   * @param difference sum less whole
   */
  public record PartsSum(
      String regionSet, Figure.Key of, double sum, int regions, Figure whole, double difference) {}
}
