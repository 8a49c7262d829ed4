package org.yunga.core.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.Snapshot;

/**
 * The political division as a tree: the longest chain of sets of which each is the parent of the
 * next, those regions that have a boundary. Node 0 is everything; beside its regions every node has
 * a rest, which is what lies in none of them.
 */
final class RegionTree {

  /** Everything. */
  static final int ROOT = 0;

  private final List<Region> regions = new ArrayList<>();
  private final Map<RegionRef, Integer> nodes = new HashMap<>();
  private final List<RegionSet> sets;
  private final int[] parents;
  private final List<List<Integer>> children = new ArrayList<>();

  RegionTree(Snapshot snapshot) {
    sets = chain(snapshot.catalogue().regionSets());
    for (RegionSet set : sets) {
      for (Region region : snapshot.regions(set.id())) {
        if (region.place() instanceof Place.Boundary) {
          regions.add(region);
          nodes.put(region.ref(), regions.size());
        }
      }
    }
    parents = new int[regions.size() + 1];
    for (int node = 0; node <= regions.size(); node++) {
      children.add(new ArrayList<>());
    }
    for (int node = 1; node <= regions.size(); node++) {
      parents[node] = parentOf(region(node), snapshot);
      children.get(parents[node]).add(node);
    }
  }

  /** The outermost set first. */
  private static List<RegionSet> chain(Collection<RegionSet> all) {
    Map<String, RegionSet> political = new HashMap<>();
    all.stream()
        .filter(set -> set.kind() == RegionSet.Kind.POLITICAL)
        .forEach(set -> political.put(set.id(), set));
    List<RegionSet> longest = List.of();
    for (RegionSet set : all) {
      Deque<RegionSet> chain = new ArrayDeque<>();
      Optional<String> next = Optional.of(set.id()).filter(political::containsKey);
      while (next.isPresent() && chain.size() < political.size()) {
        RegionSet outer = political.get(next.get());
        chain.addFirst(outer);
        next = outer.parent().filter(political::containsKey);
      }
      longest = chain.size() > longest.size() ? List.copyOf(chain) : longest;
    }
    return longest;
  }

  private int parentOf(Region region, Snapshot snapshot) {
    Optional<RegionRef> named = region.parent();
    for (int steps = 0; named.isPresent() && steps < sets.size(); steps++) {
      if (nodes.containsKey(named.get())) {
        return nodes.get(named.get());
      }
      // a release may have districts and lack their province
      named = snapshot.find(named.get()).flatMap(Region::parent);
    }
    return named.isPresent() ? ROOT : around(region);
  }

  /**
   * The innermost region of an outer set that holds the middle of one whose parent is not named.
   */
  private int around(Region region) {
    Geometry middle = geometry(region).getInteriorPoint();
    int place = sets.stream().map(RegionSet::id).toList().indexOf(region.ref().regionSet());
    for (int set = place - 1; set >= 0; set--) {
      for (Region outer : regions) {
        if (outer.ref().regionSet().equals(sets.get(set).id())
            && geometry(outer).getEnvelopeInternal().contains(middle.getCoordinate())
            && geometry(outer).contains(middle)) {
          return nodes.get(outer.ref());
        }
      }
    }
    return ROOT;
  }

  private static Geometry geometry(Region region) {
    return ((Place.Boundary) region.place()).geometry();
  }

  /** The sets, the outermost first. */
  List<RegionSet> sets() {
    return sets;
  }

  /** How many nodes there are, rests included. */
  int size() {
    return 2 * parents.length;
  }

  OptionalInt node(RegionRef ref) {
    return nodes.containsKey(ref) ? OptionalInt.of(nodes.get(ref)) : OptionalInt.empty();
  }

  /** The region of a node that is neither the root nor a rest. */
  Region region(int node) {
    return regions.get(node - 1);
  }

  List<Integer> children(int node) {
    return isRest(node) ? List.of() : children.get(node);
  }

  /** What of a node lies in none of its regions. */
  int rest(int node) {
    return parents.length + node;
  }

  boolean isRest(int node) {
    return node >= parents.length;
  }

  /** The node that holds another one; the root holds itself. */
  int parent(int node) {
    return isRest(node) ? node - parents.length : parents[node];
  }

  boolean isWithin(int node, int outer) {
    int at = node;
    while (at != outer && at != ROOT) {
      at = parent(at);
    }
    return at == outer;
  }

  /** Whether a node is a region of a set, or lies in one. */
  boolean isWithin(int node, RegionSet set) {
    int at = node;
    while (at != ROOT) {
      if (!isRest(at) && region(at).ref().regionSet().equals(set.id())) {
        return true;
      }
      at = parent(at);
    }
    return false;
  }
}
