package org.yunga.geodata.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.aggregate.SharedGround;

/**
 * Region sets of which each divides the one before, as a tree: node 0 is everything, node {@code n}
 * the region {@code n - 1}.
 *
 * @param regions of those sets, outer sets first
 * @param parents of the nodes; the innermost region of an outer set that holds a region, or 0
 * @param crossing sets that are not among them: their regions share ground, or cut across others
 */
record Nesting(List<RegionList.One> regions, List<Integer> parents, Set<String> crossing) {

  /**
   * Share of a region that generalised outlines may leave on the other side. Plots there are not
   * overlooked: they are what of an outer region lies in none of its inner ones.
   */
  private static final double RAGGED = 0.01;

  private static final int NONE = -1;

  /** A set, and which set around it its regions lie in. */
  private static final class Link {
    private final List<RegionList.One> regions;
    private final List<Geometry> shapes;
    private Link outer;
    private int depth = 1;
    private final Map<Link, int[]> holders = new HashMap<>();

    Link(List<RegionList.One> regions) {
      this.regions = regions;
      this.shapes = regions.stream().map(RegionList.One::metres).toList();
    }

    double meanArea() {
      return shapes.stream().mapToDouble(Geometry::getArea).average().orElse(0);
    }

    boolean sharesGround() {
      SharedGround shared = SharedGround.of(shapes, shapes);
      return shared.pairs().stream()
          .filter(pair -> pair.first() != pair.second())
          .anyMatch(
              pair ->
                  pair.area()
                      > RAGGED
                          * Math.min(
                              shared.firstAreas().get(pair.first()),
                              shared.secondAreas().get(pair.second())));
    }

    /** Hangs this set under another, where that makes the longer chain. */
    void link(Link other) {
      Optional<int[]> found = within(other);
      // within all that the other set lies in, too
      boolean whole = found.isPresent();
      for (Link at = other.outer; whole && at != null; at = at.outer) {
        whole = holders.containsKey(at);
      }
      found.ifPresent(inside -> holders.put(other, inside));
      if (whole && other.depth + 1 > depth) {
        depth = other.depth + 1;
        outer = other;
      }
    }

    /** The region of another set that holds each of this one; empty when one is cut. */
    Optional<int[]> within(Link other) {
      SharedGround shared = SharedGround.of(shapes, other.shapes);
      int[] holders = new int[shapes.size()];
      double[] held = new double[shapes.size()];
      Arrays.fill(holders, NONE);
      for (SharedGround.Pair pair : shared.pairs()) {
        double share = (double) pair.area() / shared.firstAreas().get(pair.first());
        if (share >= 1 - RAGGED) {
          holders[pair.first()] = pair.second();
        }
        held[pair.first()] += share;
      }
      for (int i = 0; i < holders.length; i++) {
        if (holders[i] == NONE && held[i] > RAGGED) {
          return Optional.empty();
        }
      }
      return Optional.of(holders);
    }
  }

  /** Takes the longest chain of sets. */
  static Nesting of(List<RegionList.One> regions) {
    Map<String, List<RegionList.One>> bySet = new LinkedHashMap<>();
    regions.forEach(one -> bySet.computeIfAbsent(one.set(), set -> new ArrayList<>()).add(one));
    List<Link> links =
        bySet.values().stream()
            .map(Link::new)
            .filter(link -> !link.sharesGround())
            .sorted(Comparator.comparingDouble(Link::meanArea).reversed())
            .toList();
    for (int inner = 1; inner < links.size(); inner++) {
      for (Link outer : links.subList(0, inner)) {
        links.get(inner).link(outer);
      }
    }
    List<Link> chain = new ArrayList<>();
    links.stream()
        .max(Comparator.comparingInt((Link link) -> link.depth).thenComparing(l -> l.shapes.size()))
        .ifPresent(
            last -> {
              for (Link at = last; at != null; at = at.outer) {
                chain.add(0, at);
              }
            });
    Set<String> crossing = new TreeSet<>(bySet.keySet());
    chain.forEach(link -> crossing.remove(link.regions.get(0).set()));
    return tree(chain, crossing);
  }

  private static Nesting tree(List<Link> chain, Set<String> crossing) {
    List<RegionList.One> all = new ArrayList<>();
    List<Integer> parents = new ArrayList<>(List.of(0));
    Map<Link, Integer> first = new HashMap<>();
    for (Link link : chain) {
      first.put(link, all.size() + 1);
      for (int i = 0; i < link.regions.size(); i++) {
        int parent = 0;
        for (Link at = link.outer; at != null && parent == 0; at = at.outer) {
          int holder = link.holders.get(at)[i];
          parent = holder == NONE ? 0 : first.get(at) + holder;
        }
        parents.add(parent);
      }
      all.addAll(link.regions);
    }
    return new Nesting(all, parents, crossing);
  }

  /** The nodes directly within each node. */
  List<List<Integer>> children() {
    List<List<Integer>> children = new ArrayList<>();
    parents.forEach(any -> children.add(new ArrayList<>()));
    for (int node = 1; node < parents.size(); node++) {
      children.get(parents.get(node)).add(node);
    }
    return children;
  }
}
