package org.yunga.core.monitor;

import java.util.List;
import java.util.Optional;
import org.yunga.core.aggregate.FixedPoint;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.figure.ValueState;
import org.yunga.core.plot.PlotForm;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotSlot;

/** Fixed-point sums as what the kind of the plots says they are. */
final class PlotRows {

  private static final double METRES_PER_KILOMETRE = 1000;

  private PlotRows() {}

  /** All that is known, before anything is withheld. */
  static PlotTotals.Row of(List<PlotKind> kinds, PlotSlot slot, SlotTotals totals, int number) {
    Optional<PlotKind> kind = find(kinds, slot.kind());
    PlotForm form = kind.map(PlotKind::form).orElse(PlotForm.AREA);
    boolean lines = form == PlotForm.LINE;
    long sum = totals.sum(number);
    long border = totals.borderSum(number);
    return new PlotTotals.Row(
        slot,
        ValueState.VALUE,
        totals.count(number),
        lines ? 0 : FixedPoint.hectares(sum),
        lines ? 0 : FixedPoint.hectares(border),
        lines
            ? Optional.of(new PlotTotals.Measure(kilometres(sum), kilometres(border)))
            : Optional.empty(),
        kind.flatMap(PlotKind::value)
            .map(unused -> value(totals.value(number), totals.borderValue(number))));
  }

  private static Optional<PlotKind> find(List<PlotKind> kinds, String id) {
    for (PlotKind kind : kinds) {
      if (kind.id().equals(id)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static double kilometres(long length) {
    return length / (FixedPoint.UNITS * METRES_PER_KILOMETRE);
  }

  private static PlotTotals.Measure value(long value, long border) {
    return new PlotTotals.Measure(value / FixedPoint.UNITS, border / FixedPoint.UNITS);
  }
}
