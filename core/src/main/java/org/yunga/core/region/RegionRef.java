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

  /**
   * As every record has it, but spelled out, as {@link #hashCode}: what Java makes for a record at
   * run time is in no class archive, and every start would wait for it.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof RegionRef ref
        && code.equals(ref.code)
        && regionSet.equals(ref.regionSet);
  }

  @Override
  public int hashCode() {
    return 31 * regionSet.hashCode() + code.hashCode();
  }

  @Override
  public String toString() {
    return regionSet + "/" + code;
  }
}
