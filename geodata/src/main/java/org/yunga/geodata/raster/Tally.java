package org.yunga.geodata.raster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Hectares by slot, for one region; a slot is a class, the share, or nodata. */
final class Tally {

  private double[] ground = new double[8];
  private double[] weighted = new double[8];

  void add(int slot, double hectares, double weight) {
    if (slot >= ground.length) {
      int length = Math.max(slot + 1, 2 * ground.length);
      ground = Arrays.copyOf(ground, length);
      weighted = Arrays.copyOf(weighted, length);
    }
    ground[slot] += hectares;
    weighted[slot] += hectares * weight;
  }

  /** Adds what another counted, whose slots may have other numbers. */
  void addAll(Tally other, int[] slots) {
    for (int i = 0; i < other.ground.length && i < slots.length; i++) {
      if (other.ground[i] != 0 || other.weighted[i] != 0) {
        add(slots[i], 0, 0);
        ground[slots[i]] += other.ground[i];
        weighted[slots[i]] += other.weighted[i];
      }
    }
  }

  double ground() {
    return Arrays.stream(ground).sum();
  }

  ZoneHectares result(Slots slots, double area) {
    SortedMap<Integer, Double> classes = new TreeMap<>();
    double seen = 0;
    for (Map.Entry<Integer, Integer> slot : slots.classes().entrySet()) {
      int at = slot.getValue();
      if (at < ground.length && ground[at] > 0) {
        classes.put(slot.getKey(), weighted[at]);
        seen += ground[at];
      }
    }
    double nodata = ground[Slots.NODATA];
    return new ZoneHectares(classes, seen, nodata, Math.max(0, area - seen - nodata));
  }

  /** Numbers the classes of a raster as they are met; 0 is nodata. */
  static final class Slots {

    static final int NODATA = 0;
    private static final int SMALL = 256;
    private static final int MOST = 1000;

    private final int[] small = new int[SMALL];
    private final Map<Integer, Integer> numbers = new HashMap<>();

    /** The slot of a class. */
    int of(int value) {
      boolean isSmall = value >= 0 && value < SMALL;
      if (isSmall && small[value] != 0) {
        return small[value];
      }
      Integer known = numbers.get(value);
      if (known == null) {
        known = numbers.size() + 1;
        if (known > MOST) {
          throw RasterExceptions.tooManyClasses(MOST);
        }
        numbers.put(value, known);
      }
      if (isSmall) {
        small[value] = known;
      }
      return known;
    }

    Map<Integer, Integer> classes() {
      return numbers;
    }

    /** For each of our slots the slot of the same class there. */
    int[] in(Slots there) {
      int[] slots = new int[numbers.size() + 1];
      numbers.forEach((value, slot) -> slots[slot] = there.of(value));
      return slots;
    }
  }
}
