package org.yunga.geodata.figures;

import java.util.Locale;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.Severity;

/** What is wrong, or odd, with a value. */
public sealed interface ValueProblem extends FigureProblem {

  private static String shown(double number) {
    return String.format(Locale.ROOT, "%,.1f", number).replaceFirst("\\.0$", "");
  }

  /** A mark could part thousands or decimals. */
  record AmbiguousNumber(CellPlace place, String given) implements ValueProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "'"
              + given
              + "' puede tener separador de miles o decimales, y nada en la columna lo"
              + " decide. Escriba los números sin separador de miles.",
          "'"
              + given
              + "' may have a mark of thousands or of decimals, and nothing in the column"
              + " decides it. Write numbers without a mark for thousands.");
    }
  }

  /** Marks that could be of thousands or decimals were read in the one way that makes sense. */
  record MarkDecided(CellPlace place, String given, String read, Reason reason)
      implements ValueProblem {
    /** What decided it. */
    enum Reason {
      TOTAL,
      COUNT
    }

    @Override
    public Severity severity() {
      return Severity.REPAIRED;
    }

    @Override
    public Bilingual explanation() {
      boolean total = reason == Reason.TOTAL;
      return new Bilingual(
          "'"
              + given
              + "' se leyó como "
              + read
              + (total
                  ? ": solo así la columna suma su fila de total."
                  : ": de esto solo hay números enteros."),
          "'"
              + given
              + "' was read as "
              + read
              + (total
                  ? ": only so the column adds up to its row of totals."
                  : ": of this there are whole numbers only."));
    }
  }

  /** A cell of values holds something else. */
  record NotANumber(CellPlace place, String given) implements ValueProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "'"
              + given
              + "' no es un número. Escriba solo el número (la unidad va en la cabecera), o"
              + " deje la celda vacía si no hay dato.",
          "'"
              + given
              + "' is no number. Write the number only (the unit goes into the head), or"
              + " leave the cell empty if there is no value.");
    }
  }

  /** A cell says that there is no value: {@code n.d.}, a dash. */
  record NoValue(CellPlace place, String given) implements ValueProblem {
    @Override
    public Severity severity() {
      return Severity.TOLD;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "'" + given + "' se leyó como «sin dato», no como cero. Si es cero, escriba 0.",
          "'" + given + "' was read as \"no value\", not as zero. If it is zero, write 0.");
    }
  }

  /** A value that cannot be: negative, or more than the region has. */
  record ImpossibleValue(CellPlace place, double number, Bilingual why) implements ValueProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          shown(number) + " no puede ser: " + why.es() + " Revise el número y su unidad.",
          shown(number) + " cannot be: " + why.en() + " Check the number and its unit.");
    }
  }

  /** A value is many times the neighbouring one of its series, or a small part of it. */
  record Jump(CellPlace place, double number, String neighbour, double other)
      implements ValueProblem {
    @Override
    public Severity severity() {
      return Severity.TOLD;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          shown(number)
              + " es un salto: en "
              + neighbour
              + " la serie tenía "
              + shown(other)
              + ". Compruebe que no falte o sobre una cifra.",
          shown(number)
              + " is a jump: in "
              + neighbour
              + " the series had "
              + shown(other)
              + ". Check that no digit is missing or too many.");
    }
  }

  /** The rows do not add up to the row of totals. */
  record TotalDisagrees(CellPlace place, double sum, double total) implements ValueProblem {
    @Override
    public Severity severity() {
      return Severity.TOLD;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "Las filas suman "
              + shown(sum)
              + " y la fila de total dice "
              + shown(total)
              + ". Quizá falta una región o hay un número mal escrito. El total no se carga.",
          "The rows add up to "
              + shown(sum)
              + ", and the row of totals says "
              + shown(total)
              + ". Perhaps a region is missing, or a number is misspelt. Totals are not loaded.");
    }
  }

  /** The regions of a larger one do not add up to what is published of it. */
  record ParentDisagrees(
      CellPlace place, String parent, String indicator, String period, double sum, double whole)
      implements ValueProblem {
    @Override
    public Severity severity() {
      return Severity.TOLD;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "Las regiones de "
              + parent
              + " suman "
              + shown(sum)
              + " ("
              + indicator
              + ", "
              + period
              + ") y lo publicado de "
              + parent
              + " es "
              + shown(whole)
              + ". Compruebe cuál vale: se muestran ambos, con su diferencia.",
          "The regions of "
              + parent
              + " add up to "
              + shown(sum)
              + " ("
              + indicator
              + ", "
              + period
              + "), and published of "
              + parent
              + " is "
              + shown(whole)
              + ". Check which holds: both are shown, with their difference.");
    }
  }

  /** The same region and period once more. */
  record Duplicate(CellPlace place, long firstRow, boolean sameValue) implements ValueProblem {
    @Override
    public Severity severity() {
      return sameValue ? Severity.REPAIRED : Severity.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "La región y el período ya están en la fila "
              + firstRow
              + (sameValue
                  ? ", con el mismo valor; se cargó una vez."
                  : ", con otro valor. Deje solo una."),
          "Region and period stand already in row "
              + firstRow
              + (sameValue
                  ? ", with the same value; loaded once."
                  : ", with another value. Leave one of them."));
    }
  }

  /** More was eradicated than the series of coca area shows. */
  record MoreThanThere(CellPlace place, double number, String period, double there)
      implements ValueProblem {
    @Override
    public Severity severity() {
      return Severity.TOLD;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "Se erradicaron "
              + shown(number)
              + " ha, y la superficie de coca más reciente ("
              + period
              + ") es de "
              + shown(there)
              + " ha. Puede deberse a la resiembra; compruébelo.",
          shown(number)
              + " ha were eradicated, and the latest coca area ("
              + period
              + ") is "
              + shown(there)
              + " ha. Replanting may explain it; check it.");
    }
  }

  /** The release has this figure, with another value. */
  record ValueChanges(CellPlace place, double number, double published) implements ValueProblem {
    @Override
    public Severity severity() {
      return Severity.TOLD;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "La cifra publicada es "
              + shown(published)
              + "; con este archivo sería "
              + shown(number)
              + ".",
          "The published figure is "
              + shown(published)
              + "; with this file it would be "
              + shown(number)
              + ".");
    }
  }
}
