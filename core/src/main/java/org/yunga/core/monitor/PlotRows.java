package org.yunga.core.monitor;

import java.util.List;
import java.util.Optional;
import org.yunga.core.aggregate.FixedPoint;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.disclosure.PublicTotal;
import org.yunga.core.figure.ValueState;
import org.yunga.core.plot.PlotForm;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotSlot;

/** Fixed-point sums as what the kind of the plots says they are. */
final class PlotRows {

  private static final double METRES_PER_KILOMETRE = 1000;

  private PlotRows() {}

  /** All that is known. */
  static PlotTotals.Row of(List<PlotKind> kinds, PlotSlot slot, SlotTotals totals, int number) {
    Optional<PlotKind> kind = find(kinds, slot.kind());
    boolean lines = isLines(kind);
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

  /** What everybody may know. */
  static PlotTotals.Row of(List<PlotKind> kinds, PlotSlot slot, PublicTotal total) {
    Optional<PlotKind> kind = find(kinds, slot.kind());
    boolean lines = isLines(kind);
    PublicTotal.Amount likely = total.estimate();
    ValueState state =
        total.withheld()
            ? ValueState.WITHHELD
            : total.high().count() == 0 ? ValueState.ZERO : ValueState.VALUE;
    return new PlotTotals.Row(
        slot,
        state,
        likely.count(),
        lines ? 0 : FixedPoint.hectares(likely.size()),
        0,
        lines
            ? Optional.of(new PlotTotals.Measure(kilometres(likely.size()), 0))
            : Optional.empty(),
        kind.flatMap(PlotKind::value).map(unused -> value(likely.value(), 0)),
        Optional.of(
            new PlotTotals.Bounds(amount(total.low(), lines), amount(total.high(), lines))));
  }

  private static PlotTotals.Amount amount(PublicTotal.Amount amount, boolean lines) {
    return new PlotTotals.Amount(
        amount.count(),
        lines ? kilometres(amount.size()) : FixedPoint.hectares(amount.size()),
        amount.value() / FixedPoint.UNITS);
  }

  private static boolean isLines(Optional<PlotKind> kind) {
    return kind.map(PlotKind::form).orElse(PlotForm.AREA) == PlotForm.LINE;
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
