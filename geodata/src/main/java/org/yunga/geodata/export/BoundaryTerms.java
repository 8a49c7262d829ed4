package org.yunga.geodata.export;

import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.region.RegionSet;

/**
 * Where the boundaries of a region set come from: a loaded dataset, or the set itself.
 *
 * @param source who made them
 * @param licence under which terms they may be used
 */
public record BoundaryTerms(String source, String licence) {

  /** Those in force in a release. */
  public static BoundaryTerms of(Release release, RegionSet set) {
    String key = Dataset.BOUNDARIES + set.id();
    return release.datasets().stream()
        .filter(dataset -> dataset.key().equals(key))
        .findFirst()
        .map(dataset -> new BoundaryTerms(dataset.source(), dataset.licence()))
        .orElse(new BoundaryTerms(set.source(), set.licence()));
  }
}
