package org.yunga.geodata.load;

import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.Severity;

/** What is wrong with regions of one set beside each other: ground of two, ground of none. */
public sealed interface CoverageProblem extends BoundaryProblem {

  private static String hectares(double value) {
    return String.format(Locale.ROOT, "%,.1f ha", value);
  }

  private static String at(Coordinate place) {
    return String.format(Locale.ROOT, "%.4f, %.4f", place.x, place.y);
  }

  @Override
  default Severity severity() {
    return Severity.TOLD;
  }

  /** Two regions claim the same ground. */
  record RegionsOverlap(
      FeaturePlace where, String one, String other, double hectares, Coordinate at)
      implements CoverageProblem {
    @Override
    public Optional<String> value() {
      return Optional.of(CoverageProblem.hectares(hectares));
    }

    @Override
    public Optional<Coordinate> point() {
      return Optional.of(at);
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          one
              + " y "
              + other
              + " se superponen en "
              + CoverageProblem.hectares(hectares)
              + " (cerca de "
              + CoverageProblem.at(at)
              + "); ese terreno cuenta en las dos.",
          one
              + " and "
              + other
              + " overlap by "
              + CoverageProblem.hectares(hectares)
              + " (near "
              + CoverageProblem.at(at)
              + "); that ground counts in both.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Decida de cuál es y recorte la otra (en QGIS: Diferencia).",
          "Decide whose it is and cut the other (in QGIS: Difference).");
    }
  }

  /** Many pairs overlap a little, as lines drawn twice do. */
  record SliverOverlaps(FeaturePlace where, int count, double hectares, Coordinate at)
      implements CoverageProblem {
    @Override
    public Optional<Coordinate> point() {
      return Optional.of(at);
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          count
              + " pares de regiones se superponen en astillas de menos de "
              + CoverageProblem.hectares(CoverageCheck.SLIVER_HECTARES)
              + " ("
              + CoverageProblem.hectares(hectares)
              + " en total; la mayor cerca de "
              + CoverageProblem.at(at)
              + ").",
          count
              + " pairs of regions overlap in slivers of less than "
              + CoverageProblem.hectares(CoverageCheck.SLIVER_HECTARES)
              + " ("
              + CoverageProblem.hectares(hectares)
              + " in all; the largest near "
              + CoverageProblem.at(at)
              + ").");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Si importan, una los vértices de los límites comunes (en QGIS: Autoensamblar"
              + " geometrías) y cargue de nuevo.",
          "If they matter, snap the vertices of common borders (in QGIS: Snap geometries to layer)"
              + " and load again.");
    }
  }

  /**
   * So much ground is claimed twice that this is no division of the country.
   *
   * @param share of the ground of all regions, 0 to 1
   */
  record OverlapTooLarge(FeaturePlace where, double hectares, double share, Coordinate at)
      implements CoverageProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Optional<String> value() {
      return Optional.of(CoverageProblem.hectares(hectares));
    }

    @Override
    public Optional<Coordinate> point() {
      return Optional.of(at);
    }

    @Override
    public Bilingual message() {
      String percent = String.format(Locale.ROOT, "%.1f %%", 100 * share);
      String most = String.format(Locale.ROOT, "%.0f %%", 100 * CoverageCheck.MOST_OVERLAP);
      return new Bilingual(
          "Las regiones se superponen en "
              + CoverageProblem.hectares(hectares)
              + ", el "
              + percent
              + " de su terreno; en una división política se admite hasta el "
              + most
              + ". No se cargó nada.",
          "Regions overlap by "
              + CoverageProblem.hectares(hectares)
              + ", "
              + percent
              + " of their ground; in a political division up to "
              + most
              + " is allowed. Nothing was loaded.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Quizá el archivo mezcla niveles (distritos y provincias) o versiones; deje uno, o"
              + " cárguelo como otro conjunto (as).",
          "Perhaps the file mixes levels (districts and provinces) or versions; leave one, or load"
              + " it as another set (as).");
    }
  }

  /** Ground between regions that none has. */
  record GapFound(FeaturePlace where, double hectares, Coordinate at) implements CoverageProblem {
    @Override
    public Optional<String> value() {
      return Optional.of(CoverageProblem.hectares(hectares));
    }

    @Override
    public Optional<Coordinate> point() {
      return Optional.of(at);
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "Entre las regiones queda un hueco de "
              + CoverageProblem.hectares(hectares)
              + " (cerca de "
              + CoverageProblem.at(at)
              + "), que no cuenta en ninguna.",
          "Between regions there is a gap of "
              + CoverageProblem.hectares(hectares)
              + " (near "
              + CoverageProblem.at(at)
              + "), which counts in none.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Si no es un lago ni una región sin geometría, complete los límites vecinos.",
          "If it is no lake and no region without geometry, complete the borders around it.");
    }
  }

  /** Many gaps that are too small or too narrow to be anything. */
  record SliverGaps(FeaturePlace where, int count, double hectares, Coordinate at)
      implements CoverageProblem {
    @Override
    public Optional<Coordinate> point() {
      return Optional.of(at);
    }

    @Override
    public Bilingual message() {
      String metres = String.format(Locale.ROOT, "%.0f m", CoverageCheck.NARROW_METRES);
      return new Bilingual(
          "Entre límites que deberían ser uno quedan "
              + count
              + " huecos de menos de "
              + metres
              + " de ancho ("
              + CoverageProblem.hectares(hectares)
              + " en total; el mayor cerca de "
              + CoverageProblem.at(at)
              + ").",
          "Between borders that should be one there are "
              + count
              + " gaps narrower than "
              + metres
              + " ("
              + CoverageProblem.hectares(hectares)
              + " in all; the largest near "
              + CoverageProblem.at(at)
              + ").");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Si importan, una los vértices de los límites comunes (en QGIS: Autoensamblar"
              + " geometrías) y cargue de nuevo.",
          "If they matter, snap the vertices of common borders (in QGIS: Snap geometries to layer)"
              + " and load again.");
    }
  }
}
