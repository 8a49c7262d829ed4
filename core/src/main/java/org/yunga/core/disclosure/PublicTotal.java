package org.yunga.core.disclosure;

/**
 * What may be told of the plots of one kind and year on some ground. Plots belong to it whole, by
 * their interior point.
 *
 * @param withheld whether nothing may be told; the amounts are nothing then
 * @param estimate of each atom that share which its ground has on the ground asked about
 * @param low of the atoms that lie wholly on it: there is no less
 * @param high of all atoms that reach it: there is no more
 */
public record PublicTotal(boolean withheld, Amount estimate, Amount low, Amount high) {

  static final PublicTotal WITHHELD =
      new PublicTotal(true, Amount.NOTHING, Amount.NOTHING, Amount.NOTHING);

  /** A total of whole atoms. */
  public static PublicTotal exact(Amount amount) {
    return new PublicTotal(false, amount, amount, amount);
  }

  /**
   * How many plots, and their sums.
   *
   * @param count plots
   * @param size fixed-point area or length ({@link org.yunga.core.aggregate.FixedPoint})
   * @param value fixed-point sum of values
   */
  public record Amount(long count, long size, long value) {

    static final Amount NOTHING = new Amount(0, 0, 0);
  }
}
