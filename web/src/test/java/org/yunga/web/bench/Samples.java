package org.yunga.web.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Measured values of one thing, in one unit; percentiles are of nearest rank. */
final class Samples {

  private final List<Double> values = new ArrayList<>();

  /** One value. */
  static Samples of(double value) {
    Samples samples = new Samples();
    samples.add(value);
    return samples;
  }

  void add(double value) {
    values.add(value);
  }

  void addAll(Samples others) {
    values.addAll(others.values);
  }

  /**
   * Does the work and adds the milliseconds that it took.
   *
   * @return what the work gave
   */
  <T> T time(Callable<T> work) throws Exception {
    long start = System.nanoTime();
    T result = work.call();
    add((System.nanoTime() - start) / 1e6);
    return result;
  }

  /** All of them, in the order in which they were measured. */
  List<Double> values() {
    return List.copyOf(values);
  }

  double median() {
    return percentile(50);
  }

  double percentile(int percent) {
    List<Double> sorted = values.stream().sorted().toList();
    int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
    return sorted.get(Math.max(rank, 1) - 1);
  }
}
