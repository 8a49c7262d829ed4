package org.yunga.geodata.load;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;

/** Names of the regions that the store, or the reference data, knows already. */
final class KnownRegions {

  private final Map<RegionRef, String> names = new HashMap<>();
  private final Set<String> departments = new HashSet<>();

  KnownRegions(Collection<Region> regions) {
    for (Region region : regions) {
      names.putIfAbsent(region.ref(), region.name());
      if (region.ref().regionSet().equals(UbigeoSet.DEPARTMENTS.id())) {
        departments.add(region.code());
      }
    }
  }

  Optional<String> name(String regionSet, String code) {
    return Optional.ofNullable(names.get(new RegionRef(regionSet, code)));
  }

  /** Whether a UBIGEO starts with a department; true as long as no department is known. */
  boolean isInKnownDepartment(String ubigeo) {
    return departments.isEmpty()
        || departments.contains(ubigeo.substring(0, UbigeoSet.DEPARTMENTS.digits()));
  }
}
