package org.yunga.core.region;

import java.util.Objects;

/**
 * The name of a region that is unique in the whole system.
 *
 * @param regionSet id of the set, such as {@code departments}
 * @param code code within the set: UBIGEO text or a slug
 */
public record RegionRef(String regionSet, String code) {

  /** Checks that both parts are there. */
  public RegionRef {
    Objects.requireNonNull(regionSet, "regionSet");
    Objects.requireNonNull(code, "code");
  }

  @Override
  public String toString() {
    return regionSet + "/" + code;
  }
}
