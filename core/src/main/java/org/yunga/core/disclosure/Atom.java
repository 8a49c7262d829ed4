package org.yunga.core.disclosure;

import java.util.List;

/**
 * The least that is told: plots of one kind and year and the ground they lie on. Where on it they
 * lie is in no answer.
 *
 * @param holding what it holds
 * @param ground all of it
 * @param home the innermost node of the {@link RegionTree} that holds all its plots
 */
record Atom(Holding holding, List<Piece> ground, int home) {

  boolean isSafe() {
    return holding.isSafe();
  }
}
