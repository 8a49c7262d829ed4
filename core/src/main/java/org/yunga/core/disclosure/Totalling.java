package org.yunga.core.disclosure;

import org.yunga.core.disclosure.PublicTotal.Amount;

/** Adds up shares of atoms. */
final class Totalling {

  private final double[] estimate = new double[3];
  private final long[] low = new long[3];
  private final long[] high = new long[3];

  /**
   * Adds an atom.
   *
   * @param share how much of its ground is asked about, more than 0, to 1 for all of it
   */
  void add(Holding holding, double share) {
    long[] amounts = {holding.count, holding.size, holding.value};
    for (int i = 0; i < amounts.length; i++) {
      estimate[i] += share * amounts[i];
      high[i] += amounts[i];
      low[i] += share == 1 ? amounts[i] : 0;
    }
  }

  PublicTotal total() {
    Amount lowest = new Amount(low[0], low[1], low[2]);
    Amount highest = new Amount(high[0], high[1], high[2]);
    Amount likely =
        lowest.equals(highest)
            ? lowest
            : new Amount(Math.round(estimate[0]), Math.round(estimate[1]), Math.round(estimate[2]));
    return new PublicTotal(false, likely, lowest, highest);
  }
}
