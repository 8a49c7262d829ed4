package org.yunga.geodata.figures;

import java.util.List;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.Severity;

/** What is wrong with a column as a whole, or with the period of a row. */
public sealed interface TableProblem extends FigureProblem {

  /** A period cannot be read. */
  record UnknownPeriod(CellPlace place, String given) implements TableProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          (given.isEmpty() ? "Falta el período" : "'" + given + "' no es un período")
              + ". Escriba un año 2024, un trimestre 2024-Q1, un mes 2024-03 o años 2012/2014.",
          (given.isEmpty() ? "The period is missing" : "'" + given + "' is no period")
              + ". Write a year 2024, a quarter 2024-Q1, a month 2024-03 or years 2012/2014.");
    }
  }

  /** What a column counts is not known. */
  record UnknownIndicator(CellPlace place, List<String> candidates) implements TableProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      String list = String.join(", ", candidates);
      return new Bilingual(
          "No se reconoce qué mide la columna. "
              + (list.isEmpty() ? "" : "Podría ser: " + list + ". ")
              + "Elija el indicador, o nómbrelo en la cabecera o en el título.",
          "What the column counts is not recognised. "
              + (list.isEmpty() ? "" : "It could be: " + list + ". ")
              + "Choose the indicator, or name it in the head or in the title.");
    }
  }

  /** Nothing says who measured. */
  record UnknownSeries(CellPlace place, List<String> known) implements TableProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      String list = String.join(", ", known);
      return new Bilingual(
          "Ni los títulos ni el nombre del archivo dicen quién midió. Elija la serie: "
              + list
              + "... o escríbala en el título.",
          "Neither titles nor file name say who measured. Choose the series: "
              + list
              + "... or write it into the title.");
    }
  }

  /** The table names another unit than the indicator has. */
  record UnitDisagrees(CellPlace place, String given, String expected) implements TableProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "La tabla está en "
              + given
              + " y el indicador en "
              + expected
              + ". Convierta los valores, o elija otro indicador.",
          "The table is in "
              + given
              + " and the indicator in "
              + expected
              + ". Convert the values, or choose another indicator.");
    }
  }

  /** An actual value of a time that has not come yet. */
  record FuturePeriod(CellPlace place, String period) implements TableProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          period
              + " aún no termina: no puede tener un valor ejecutado. Si es una meta, diga «meta»"
              + " en la cabecera; si es un avance, dé el período hasta la fecha (2026-01-01/2026-03-31).",
          period
              + " has not ended: it cannot have an actual value. If it is a target, say \"meta\" in"
              + " the head; if it is progress, give the span to date (2026-01-01/2026-03-31).");
    }
  }

  /** Nothing is wrong, but there is nothing either: a head alone, or a quote that swallows all. */
  record NoFigures(CellPlace place) implements TableProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "Debajo de la cabecera no hay ninguna fila con región y valor. Revise que la tabla esté"
              + " completa y que no haya comillas (\") sin cerrar.",
          "Below the head there is no row with region and value. Check that the table is complete,"
              + " and that no quote (\") is left open.");
    }
  }
}
