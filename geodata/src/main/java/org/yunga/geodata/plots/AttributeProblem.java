package org.yunga.geodata.plots;

import java.util.Locale;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.Severity;

/** What is wrong with a value of a row. */
public sealed interface AttributeProblem extends PlotProblem {

  /** Nothing says of which year the plot is. */
  record YearMissing(PlotPlace at) implements AttributeProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "Nada dice de qué año es la parcela.", "Nothing says of which year the plot is.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Escriba el año en la fila, o uno para todas (year=2023).",
          "Write the year into the row, or one for all (year=2023).");
    }
  }

  /** It is no year, or one before anything was measured. */
  record YearImpossible(PlotPlace at, String given, int first, int last)
      implements AttributeProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "'"
              + given
              + "' no es un año ni una fecha que pueda ser; se admiten años de "
              + first
              + " a "
              + last
              + ".",
          "'"
              + given
              + "' is no year or date that can be; years from "
              + first
              + " to "
              + last
              + " are allowed.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Escriba el año con cuatro cifras (2023) o la fecha como 2023-08-31.",
          "Write the year with four digits (2023), or the date as 2023-08-31.");
    }
  }

  /** The year or date is still to come. */
  record YearInFuture(PlotPlace at, String given, String today) implements AttributeProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          given + " está en el futuro; hoy es " + today + ".",
          given + " is in the future; today is " + today + ".");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual("Corrija la fecha.", "Mend the date.");
    }
  }

  /** A cell holds no number. */
  record NotANumber(PlotPlace at, String given) implements AttributeProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual("'" + given + "' no es un número.", "'" + given + "' is no number.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Escriba solo el número, o deje vacío lo que no se sabe.",
          "Write the number only, or leave empty what is not known.");
    }
  }

  /** A mark could part thousands or decimals. */
  record AmbiguousNumber(PlotPlace at, String given) implements AttributeProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "'" + given + "' puede tener separador de miles o decimales, y nada lo decide.",
          "'" + given + "' may have a mark of thousands or of decimals, and nothing decides it.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Escriba los números sin separador de miles y con punto decimal.",
          "Write numbers without a mark for thousands and with a decimal point.");
    }
  }

  /** Marks were read in the one way that makes sense. */
  record MarkDecided(PlotPlace at, String given, double read) implements AttributeProblem {
    @Override
    public Severity severity() {
      return Severity.REPAIRED;
    }

    @Override
    public Bilingual message() {
      String number = String.format(Locale.ROOT, "%,.4f", read).replaceFirst("\\.?0+$", "");
      return new Bilingual(
          "'" + given + "' se leyó como " + number + ".",
          "'" + given + "' was read as " + number + ".");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Si no es así, escriba los números con punto decimal.",
          "If that is wrong, write numbers with a decimal point.");
    }
  }

  /** A value that cannot be. */
  record ImpossibleValue(PlotPlace at, String given, Bilingual allowed)
      implements AttributeProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          given + " no puede ser: " + allowed.es() + ".",
          given + " cannot be: " + allowed.en() + ".");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual("Revise el número y su unidad.", "Check the number and its unit.");
    }
  }

  /** The row says another area than its geometry has. */
  record HectaresDisagree(PlotPlace at, double declared, double computed)
      implements AttributeProblem {

    /** Up to this factor it is told, beyond it one of both is wrong. */
    static final double FACTOR = 2;

    @Override
    public Severity severity() {
      double ratio = declared / computed;
      return ratio > FACTOR || ratio < 1 / FACTOR ? Severity.REFUSED : Severity.TOLD;
    }

    @Override
    public Bilingual message() {
      String said = PlotProblem.hectares(declared);
      String is = PlotProblem.hectares(computed);
      return new Bilingual(
          "La fila declara " + said + " ha y la geometría mide " + is + " ha.",
          "The row declares " + said + " ha, and the geometry has " + is + " ha.");
    }

    @Override
    public Bilingual fix() {
      return severity() == Severity.TOLD
          ? new Bilingual(
              "Se carga la superficie de la geometría.", "The area of the geometry is loaded.")
          : new Bilingual(
              "Corrija la superficie o la geometría; si la columna no es la superficie, deje"
                  + " hectares sin columna.",
              "Mend the area or the geometry; if the column is not the area, leave"
                  + " hectares without a column.");
    }
  }

  /** A code lost its leading zero, as spreadsheets do. */
  record LeadingZeroLost(PlotPlace at, String given, String completed, boolean confirmed)
      implements AttributeProblem {
    @Override
    public Severity severity() {
      return Severity.REPAIRED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "El UBIGEO '" + given + "' perdió su cero.", "The UBIGEO '" + given + "' lost its zero.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Se leyó " + completed + (confirmed ? ", que el lugar confirma." : "; compruébelo."),
          completed + " was read" + (confirmed ? ", as its place confirms." : "; check it."));
    }
  }

  /** Neither code nor name is of a known region. */
  record UnknownRegion(PlotPlace at, String given) implements AttributeProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "No se conoce la región '" + given + "'.", "The region '" + given + "' is not known.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Escriba el UBIGEO de INEI (2, 4 o 6 dígitos) o el nombre completo; o deje"
              + " region_code sin columna.",
          "Write the UBIGEO of INEI (2, 4 or 6 digits) or the full name; or leave"
              + " region_code without a column.");
    }
  }

  /** Code and name are of different regions. */
  record NameDisagrees(PlotPlace at, String regionCode, String given, String known)
      implements AttributeProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "El código " + regionCode + " es de " + known + ", y la fila dice '" + given + "'.",
          "The code "
              + regionCode
              + " is that of "
              + known
              + ", and the row says '"
              + given
              + "'.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual("Corrija el código o el nombre.", "Mend the code or the name.");
    }
  }
}
