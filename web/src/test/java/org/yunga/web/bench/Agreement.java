package org.yunga.web.bench;

import java.io.IOException;
import java.util.Locale;
import org.yunga.web.bench.PostgisPeer.Cell;

/** B0: whether counts are the same and sums within 1e-9 or 1e-6 ha a cell, before times count. */
final class Agreement {

  private static final double RELATIVE = 1e-9;
  private static final double HECTARES = 1e-6;
  private static final int SHOWN = 10;

  private int cells;
  private int differences;

  /** Compares a cell; a peer without it has nothing there. */
  void compare(String what, long count, double hectares, Cell peer) {
    Cell theirs = peer == null ? new Cell(0, 0) : peer;
    double difference = Math.abs(hectares - theirs.hectares());
    boolean close = difference <= Math.max(HECTARES, RELATIVE * theirs.hectares());
    tell(
        theirs.count() == count && close,
        String.format(Locale.ROOT, "%s: %d, %.9f ha; peer %s", what, count, hectares, theirs));
  }

  /** Compares to the bit. */
  void same(String what, Object one, Object other) {
    tell(one.equals(other), what + ": not the same to the bit");
  }

  private void tell(boolean agrees, String text) {
    cells++;
    if (!agrees && ++differences <= SHOWN) {
      System.out.println("  " + text);
    }
  }

  /** Adds the figure. */
  void report(Report report, String peers) throws IOException {
    String what = String.format(Locale.ROOT, "%,d cells compared with %s: differ", cells, peers);
    report.atMost("B0", what, differences, "cells", 0);
  }
}
