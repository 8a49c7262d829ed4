package org.yunga.web.bench;

/**
 * Times of Yunga and of a peer for several questions of one class. Questions of a class are unlike:
 * one polygon holds ten plots, the next ten thousand. So each question has its own ratio, and the
 * race is decided by the median of these; the medians of all times are told beside it.
 */
final class Race {

  private final Samples ours = new Samples();
  private final Samples theirs = new Samples();
  private final Samples ratios = new Samples();

  /** Adds the times of one question. */
  void add(Samples oursOfOne, Samples theirsOfOne) {
    ours.addAll(oursOfOne);
    theirs.addAll(theirsOfOne);
    ratios.add(theirsOfOne.median() / oursOfOne.median());
  }

  Samples ours() {
    return ours;
  }

  Samples theirs() {
    return theirs;
  }

  /** How many times faster, the median of all questions; of an even number the lower one. */
  double ratio() {
    return ratios.median();
  }
}
