package org.yunga.core.region;

import java.util.Objects;
import java.util.Optional;
import org.yunga.core.text.Bilingual;

/**
 * A family of regions.
 *
 * @param id slug in the plural: {@code departments}, {@code production-zones}
 * @param kind political division or a zone of another law or survey
 * @param parent the set that these regions belong to, for political divisions
 * @param name in the plural, for lists
 * @param one in the singular and lower case, for sentences: "por departamento"
 * @param definition what it is and what is not known of it
 * @param source who defines it
 * @param licence of the boundaries that are shipped or loaded
 */
public record RegionSet(
    String id,
    Kind kind,
    Optional<String> parent,
    Bilingual name,
    Bilingual one,
    Bilingual definition,
    String source,
    String licence) {

  /** Checks the id. */
  public RegionSet {
    Objects.requireNonNull(kind, "kind");
    if (!id.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("Not a region set id: '" + id + "'");
    }
  }

  /** Political divisions nest; zones cut across them. */
  public enum Kind {
    POLITICAL,
    ZONE
  }
}
