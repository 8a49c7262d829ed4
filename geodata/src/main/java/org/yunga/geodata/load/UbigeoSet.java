package org.yunga.geodata.load;

import java.util.Arrays;
import java.util.Optional;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.Ubigeo;

/** The political region sets, whose codes nest. */
public enum UbigeoSet {
  DEPARTMENTS("departments", 2),
  PROVINCES("provinces", 4),
  DISTRICTS("districts", 6);

  private final String id;
  private final int digits;

  UbigeoSet(String id, int digits) {
    this.id = id;
    this.digits = digits;
  }

  public String id() {
    return id;
  }

  public int digits() {
    return digits;
  }

  public static Optional<UbigeoSet> byId(String id) {
    return Arrays.stream(values()).filter(set -> set.id.equals(id)).findFirst();
  }

  public static Optional<UbigeoSet> byDigits(int digits) {
    return Arrays.stream(values()).filter(set -> set.digits == digits).findFirst();
  }

  /** The region that holds one of this set. */
  public RegionRef parent(String code) {
    return switch (this) {
      case DEPARTMENTS -> new RegionRef("country", Ubigeo.COUNTRY);
      case PROVINCES -> new RegionRef(DEPARTMENTS.id, code.substring(0, DEPARTMENTS.digits));
      case DISTRICTS -> new RegionRef(PROVINCES.id, code.substring(0, PROVINCES.digits));
    };
  }
}
