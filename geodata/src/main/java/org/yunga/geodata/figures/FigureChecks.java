package org.yunga.geodata.figures;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.load.KnownRegions;

/** What one value says against the domain and the release. */
final class FigureChecks {

  /** Units of what cannot be halved. */
  private static final Set<String> WHOLE =
      Set.of("families", "titles", "organisations", "communities");

  /** A neighbouring year this many times larger or smaller is told. */
  private static final double JUMP = 5;

  /** Small numbers jump by themselves. */
  private static final double SMALL = 50;

  private static final String ERADICATED = "eradicated_area";

  private final Catalogue catalogue;
  private final KnownRegions known;
  private final ReleaseFigures release;
  private final LocalDate today;

  FigureChecks(Catalogue catalogue, KnownRegions known, ReleaseFigures release, LocalDate today) {
    this.catalogue = catalogue;
    this.known = known;
    this.release = release;
    this.today = today;
  }

  /** Why a value cannot be; empty when it can. */
  Optional<FigureProblem> impossible(Figure.Key key, double value, CellPlace place) {
    if (key.measure() == Measure.ACTUAL && key.period().end().isAfter(today)) {
      return Optional.of(new TableProblem.FuturePeriod(place, key.period().toString()));
    }
    if (value < 0 && !catalogue.indicator(key.indicator()).unit().equals("percent")) {
      return Optional.of(
          new ValueProblem.ImpossibleValue(
              place, value, new Bilingual("es negativo.", "it is negative.")));
    }
    if (WHOLE.contains(catalogue.indicator(key.indicator()).unit()) && value != Math.rint(value)) {
      return Optional.of(
          new ValueProblem.ImpossibleValue(
              place,
              value,
              new Bilingual(
                  "se cuentan enteros; quizá el punto separa miles.",
                  "these are counted in whole numbers; perhaps the mark parts thousands.")));
    }
    OptionalDouble area = known.hectares(key.region());
    boolean hectares = catalogue.indicator(key.indicator()).unit().equals("ha");
    if (hectares && area.isPresent() && value > area.getAsDouble()) {
      String size = String.format(Locale.ROOT, "%,.0f ha", area.getAsDouble());
      return Optional.of(
          new ValueProblem.ImpossibleValue(
              place,
              value,
              new Bilingual("la región tiene " + size + ".", "the region has " + size + ".")));
    }
    return Optional.empty();
  }

  /** What is odd about a value that can be. */
  Optional<FigureProblem> odd(Figure.Key key, double value, CellPlace place) {
    Optional<Figure> published = release.published(key);
    if (published.isPresent() && published.get().value().getAsDouble() != value) {
      return Optional.of(
          new ValueProblem.ValueChanges(place, value, published.get().value().getAsDouble()));
    }
    Optional<FigureProblem> jump =
        release
            .neighbour(key)
            .filter(other -> isJump(value, other.value().getAsDouble()))
            .map(
                other ->
                    new ValueProblem.Jump(
                        place, value, other.period().toString(), other.value().getAsDouble()));
    return jump.or(() -> moreThanThere(key, value, place));
  }

  private static boolean isJump(double value, double other) {
    double large = Math.max(Math.abs(value), Math.abs(other));
    double small = Math.min(Math.abs(value), Math.abs(other));
    return large - small > SMALL && large > JUMP * small;
  }

  private Optional<FigureProblem> moreThanThere(Figure.Key key, double value, CellPlace place) {
    if (!key.indicator().equals(ERADICATED) || key.measure() != Measure.ACTUAL) {
      return Optional.empty();
    }
    return release
        .cocaArea(key.region(), key.period())
        .filter(coca -> coca.value().getAsDouble() < value)
        .map(
            coca ->
                new ValueProblem.MoreThanThere(
                    place, value, coca.period().toString(), coca.value().getAsDouble()));
  }
}
