package org.yunga.core.monitor;

import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.core.work.TooMuchWorkException;

/** What cannot be asked while plots stay in the store, because memory does not hold them. */
final class PlotsNotHeld {

  private PlotsNotHeld() {}

  /**
   * Refuses a question that needs the plots in memory.
   *
   * @throws TooMuchWorkException unless they are, or there are none
   */
  static void refuse(Snapshot snapshot) {
    if (snapshot.storedPlots().isPresent()) {
      throw new TooMuchWorkException(
          "plots_not_in_memory",
          new Bilingual(
              "Las parcelas de esta entrega no caben en la memoria que Yunga puede usar (vea"
                  + " /api/v1/status); se quedan en la base de datos, que responde totales por"
                  + " regiones y por polígonos a quien puede conocerlos exactos. Para esta pregunta"
                  + " inicie Yunga con más memoria (--memory-budget).",
              "The plots of this release do not fit into the memory that Yunga may use (see"
                  + " /api/v1/status); they stay in the database, which answers totals by regions"
                  + " and by polygons for who may know them exactly. For this question start Yunga"
                  + " with more memory (--memory-budget)."));
    }
  }
}
