package org.yunga.geodata.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a file is in PSAD56 without saying so: then plots lie some 430 m off, and those near a
 * border lie in the neighbouring region. For one thread.
 */
final class DatumCheck {

  private static final int KEPT = 500;
  private static final int FEW = 3;

  /** Plots that are further off are wrong for another reason. */
  private static final double NEAR_DEGREES = 0.006;

  private final String system;
  private final List<RegionCheck.Evidence> outside = new ArrayList<>();
  private final List<RegionCheck.Evidence> inside = new ArrayList<>();

  /**
   * @param system what the coordinates of the file were taken for
   */
  DatumCheck(String system) {
    this.system = system;
  }

  /** Keeps what a row shows. */
  void add(RegionCheck.Evidence evidence) {
    List<RegionCheck.Evidence> kept = evidence.inside() ? inside : outside;
    if (kept.size() < KEPT) {
      kept.add(evidence);
    }
  }

  /** The problem where most of the plots outside of their regions would lie inside. */
  Optional<PlotFileProblem> result() {
    Optional<String> old = OtherFrames.psad56(system);
    if (old.isEmpty() || outside.size() < FEW) {
      return Optional.empty();
    }
    int mended = 0;
    int near = 0;
    for (RegionCheck.Evidence one : outside) {
      var shifted = OtherFrames.lonLat(old.get(), one.raw());
      boolean holds = shifted.filter(one.region()::holds).isPresent();
      mended += holds ? 1 : 0;
      near +=
          holds
                  || shifted
                      .filter(point -> one.region().kilometres(point) < NEAR_DEGREES * 111)
                      .isPresent()
              ? 1
              : 0;
    }
    long broken =
        inside.stream()
            .filter(
                one ->
                    OtherFrames.lonLat(old.get(), one.raw()).filter(one.region()::holds).isEmpty())
            .count();
    return mended >= FEW && 10L * mended >= 8L * near && mended > 2 * broken
        ? Optional.of(
            new PlotFileProblem.Psad56Suspected(system, old.get(), outside.size(), mended))
        : Optional.empty();
  }
}
