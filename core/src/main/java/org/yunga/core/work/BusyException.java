package org.yunga.core.work;

import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** A question that could be answered, but for as many others as are being worked on already. */
public final class BusyException extends ExplainedException {

  /** Asks to come back. */
  public BusyException() {
    super(
        "busy",
        new Bilingual(
            "Yunga ya está resolviendo tantas consultas grandes como puede a la vez. Espere unos"
                + " segundos y vuelva a preguntar.",
            "Yunga is already working on as many large questions as it can at once. Wait a few"
                + " seconds and ask again."));
  }
}
