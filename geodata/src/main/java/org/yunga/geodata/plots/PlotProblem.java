package org.yunga.geodata.plots;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Coordinate;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.IntakeProblem;

/** What is wrong, or odd, with a plot or with a file of plots. */
public sealed interface PlotProblem extends IntakeProblem
    permits ShapeProblem, LocationProblem, AttributeProblem, CompanyProblem, PlotFileProblem {

  /** Where it is. */
  PlotPlace at();

  /** What was done, or is to be done. */
  Bilingual fix();

  @Override
  default OptionalLong row() {
    return at().row();
  }

  @Override
  default Optional<String> field() {
    return at().field();
  }

  @Override
  default Optional<String> value() {
    return at().value();
  }

  @Override
  default Optional<Coordinate> point() {
    return at().point();
  }

  @Override
  default Optional<Bilingual> remedy() {
    return Optional.of(fix());
  }

  /** Hectares as people read them: none after the point from 100 up, two below. */
  static String hectares(double hectares) {
    return String.format(Locale.ROOT, hectares >= 100 ? "%,.0f" : "%.2f", hectares);
  }
}
