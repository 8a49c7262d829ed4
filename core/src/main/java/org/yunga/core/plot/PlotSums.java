package org.yunga.core.plot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yunga.core.aggregate.FixedPoint;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/**
 * Sums of sizes and of values by kind and year, of plots that are to be in one release: they have
 * to fit, or no total of them could be told. No answer adds up more than these, since neither sizes
 * nor values are negative.
 */
public final class PlotSums {

  private final Map<PlotSlot, long[]> sums = new HashMap<>();

  /**
   * Adds the plots of a block of a pack.
   *
   * @param slots what the slot numbers of the pack stand for
   * @throws ExplainedException when a sum does not fit
   */
  public void add(List<PlotSlot> slots, PlotBlock block) {
    RecordReader records = new RecordReader(block.bytes());
    while (records.next()) {
      records.skipShape();
      add(slots.get(records.slot()), records.size(), Math.max(0, records.value()));
    }
  }

  /**
   * Adds a size and a value, fixed point.
   *
   * @throws ExplainedException when a sum does not fit
   */
  void add(PlotSlot slot, long size, long value) {
    long[] sum = sums.computeIfAbsent(slot, unused -> new long[2]);
    try {
      sum[0] = Math.addExact(sum[0], size);
      sum[1] = Math.addExact(sum[1], value);
    } catch (ArithmeticException e) {
      throw tooLarge(slot, e);
    }
  }

  /** Adds all that others hold. */
  void add(PlotSums others) {
    others.sums.forEach((slot, sum) -> add(slot, sum[0], sum[1]));
  }

  /** What cannot be added up. */
  static ExplainedException tooLarge(PlotSlot slot, ArithmeticException cause) {
    long hectares = (long) FixedPoint.hectares(Long.MAX_VALUE) / 1_000_000;
    long kilometres = (long) (Long.MAX_VALUE / FixedPoint.UNITS / 1000) / 1_000_000;
    long values = (long) (Long.MAX_VALUE / FixedPoint.UNITS) / 1_000_000;
    return new ExplainedException(
        "plot_sum_too_large",
        new Bilingual(
            "Las parcelas de "
                + slot.kind()
                + " de "
                + slot.year()
                + " suman más de lo que Yunga puede sumar con exactitud: "
                + hectares
                + " millones de hectáreas, "
                + kilometres
                + " millones de kilómetros o "
                + values
                + " millones de unidades de un valor. Revise las unidades del archivo, o divida el"
                + " tipo o el año.",
            "The plots of "
                + slot.kind()
                + " of "
                + slot.year()
                + " add up to more than Yunga can sum exactly: "
                + hectares
                + " million hectares, "
                + kilometres
                + " million kilometres, or "
                + values
                + " million units of a value. Check the units of the file, or split the kind or"
                + " the year."),
        cause);
  }
}
