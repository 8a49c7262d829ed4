package org.yunga.geodata.load;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;

/** Names of the regions that the store, or the reference data, knows already. */
public final class KnownRegions {

  private final Map<RegionRef, String> names = new HashMap<>();
  private final Set<String> departments = new HashSet<>();
  private final Map<RegionRef, Double> hectares = new HashMap<>();

  /** Of a release; of a region that stands twice, the first name and any boundary. */
  public KnownRegions(Collection<Region> regions) {
    for (Region region : regions) {
      names.putIfAbsent(region.ref(), region.name());
      if (region.place() instanceof Place.Boundary boundary) {
        hectares.put(region.ref(), boundary.areaHectares());
      }
      if (region.ref().regionSet().equals(UbigeoSet.DEPARTMENTS.id())) {
        departments.add(region.code());
      }
    }
  }

  /** The name by which a region is known. */
  public Optional<String> name(String regionSet, String code) {
    return Optional.ofNullable(names.get(new RegionRef(regionSet, code)));
  }

  /** Whether a UBIGEO starts with a department; true as long as no department is known. */
  public boolean isInKnownDepartment(String ubigeo) {
    return departments.isEmpty()
        || departments.contains(ubigeo.substring(0, UbigeoSet.DEPARTMENTS.digits()));
  }

  /** Regions of a set, within another where that is given, that have a name; accents aside. */
  public List<RegionRef> named(String regionSet, String name, Optional<String> within) {
    return names.entrySet().stream()
        .filter(entry -> entry.getKey().regionSet().equals(regionSet))
        .filter(entry -> within.isEmpty() || entry.getKey().code().startsWith(within.get()))
        .filter(entry -> SpanishNames.agree(entry.getValue(), name))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Area within the boundary, where one is known. */
  public OptionalDouble hectares(RegionRef region) {
    Double known = hectares.get(region);
    return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
  }
}
