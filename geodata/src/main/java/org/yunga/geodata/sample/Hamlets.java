package org.yunga.geodata.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Where people live and farm, more in some hamlets than in others. Depends on the seed only. */
final class Hamlets {

  private static final int COUNT = 6_000;

  /** Spreads of the logarithms of how many plots a hamlet has, and how far they lie. */
  private static final double SIZE_SPREAD = 0.9;

  private static final double REACH_SPREAD = 0.5;

  private final List<Hamlet> hamlets;

  /** The part of all plots that the hamlets up to this one have, up to 1. */
  private final double[] upTo;

  private Hamlets(List<Hamlet> hamlets, double... upTo) {
    this.hamlets = hamlets;
    this.upTo = upTo;
  }

  /**
   * One hamlet.
   *
   * @param centre longitude, latitude
   * @param reach scale of its distances: 1 for most
   */
  record Hamlet(Coordinate centre, double reach) {

    private static final double NEAR_METRES = 450;
    private static final double FAR_METRES = 1_500;
    private static final double NEAR_PART = 0.7;

    /** A place for a plot: most lie near, some up the slopes. */
    Coordinate near(Chance chance) {
      double metres = reach * (chance.fraction() < NEAR_PART ? NEAR_METRES : FAR_METRES);
      return Ground.moved(centre, metres * chance.gauss(), metres * chance.gauss());
    }
  }

  /** Scatters hamlets over valleys, within the country. */
  static Hamlets make(List<Valley> valleys, Geometry country, long seed) {
    IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(country);
    List<Hamlet> hamlets = new ArrayList<>();
    double[] upTo = new double[COUNT];
    double weight = 0;
    double plots = 0;
    for (Valley valley : valleys) {
      weight += valley.weight();
      while (hamlets.size() < Math.min(COUNT, Math.round(COUNT * weight))) {
        Chance chance = Chance.of(seed, -1L - hamlets.size()); // plots have the other numbers
        Coordinate centre = valley.place(chance);
        while (inside.locate(centre) != Location.INTERIOR) {
          centre = valley.place(chance);
        }
        plots += StrictMath.exp(SIZE_SPREAD * chance.gauss());
        upTo[hamlets.size()] = plots;
        hamlets.add(new Hamlet(centre, StrictMath.exp(REACH_SPREAD * chance.gauss())));
      }
    }
    double[] parts = Arrays.copyOf(upTo, hamlets.size());
    for (int i = 0; i < parts.length; i++) {
      parts[i] /= plots;
    }
    return new Hamlets(hamlets, parts);
  }

  /** One of them, the larger the likelier. */
  Hamlet pick(Chance chance) {
    int found = Arrays.binarySearch(upTo, chance.fraction());
    return hamlets.get(Math.min(hamlets.size() - 1, found < 0 ? -found - 1 : found));
  }
}
