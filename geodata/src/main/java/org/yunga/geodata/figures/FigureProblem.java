package org.yunga.geodata.figures;

import java.util.Locale;
import org.yunga.core.text.Bilingual;

/** What is wrong, or odd, in a table of figures. The text is made when it is asked for. */
public sealed interface FigureProblem permits RegionProblem, ValueProblem, TableProblem {

  /** Where it is. */
  CellPlace place();

  /** What became of it. */
  Outcome outcome();

  /** What was given, what is allowed, what was done or is to be done. */
  Bilingual explanation();

  /** Stable name of the kind, snake case: {@code unknown_region}. */
  default String code() {
    return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** What became of a flaw. */
  enum Outcome {
    /** Left as it is; the user should look at it. */
    TOLD,
    /** Mended while reading. */
    REPAIRED,
    /** The value, the row or the table was left out. */
    REFUSED
  }
}
