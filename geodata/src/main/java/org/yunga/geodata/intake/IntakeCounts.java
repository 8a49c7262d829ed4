package org.yunga.geodata.intake;

/**
 * How much of a file is good, and what it would change.
 *
 * @param rows in the file
 * @param accepted rows (or for tables of figures, values) that would go in
 * @param refused rows or values that would not
 * @param added what no dataset of the release has
 * @param changed what the edition before of the same dataset has otherwise
 * @param unchanged what the release has just so
 * @param gone what the edition before has and this file lacks
 */
public record IntakeCounts(
    long rows, long accepted, long refused, long added, long changed, long unchanged, long gone) {

  /** Nothing at all. */
  public static final IntakeCounts NONE = new IntakeCounts(0, 0, 0, 0, 0, 0, 0);

  /** Whether publishing would change anything. */
  public boolean changesAnything() {
    return added + changed + gone > 0;
  }
}
