package org.yunga.geodata.raster;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.IntakeProblem;
import org.yunga.geodata.intake.Severity;

/** Why a raster does not become figures. */
sealed interface RasterProblem extends IntakeProblem {

  @Override
  default Severity severity() {
    return Severity.REFUSED;
  }

  @Override
  default OptionalLong row() {
    return OptionalLong.empty();
  }

  @Override
  default Optional<String> field() {
    return Optional.empty();
  }

  @Override
  default Optional<String> value() {
    return Optional.empty();
  }

  /** Numbers in cells say nothing by themselves. */
  record RasterMeaningNeeded(List<String> missing) implements RasterProblem {
    @Override
    public Bilingual message() {
      String list = String.join(", ", missing);
      return new Bilingual(
          "Un ráster no dice qué cuentan sus celdas. Falta: " + list + ".",
          "A raster does not say what its cells count. Missing: " + list + ".");
    }

    @Override
    public Optional<Bilingual> remedy() {
      return Optional.of(
          new Bilingual(
              "Diga el indicador (indicator), quién midió (series), y las clases con su período"
                  + " (classes: 1-23=2001-2023), o, si las celdas son fracciones, cuánto es una"
                  + " celda entera (fractions: 1, 100, 255) y el período (period).",
              "Say the indicator (indicator), who measured (series), and the classes with their"
                  + " period (classes: 1-23=2001-2023), or, where cells are fractions, what a whole"
                  + " cell is (fractions: 1, 100, 255) and the period (period)."));
    }
  }
}
