package org.yunga.geodata.figures;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.yunga.core.figure.Figure;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.Severity;

/** Why figures do not go with what the release holds. */
public sealed interface EditionProblem extends FigureProblem {

  private static CellPlace wholeFile(Figure.Key key) {
    return new CellPlace("", OptionalLong.empty(), Optional.empty(), Optional.of(shown(key)));
  }

  private static String shown(Figure.Key key) {
    return String.join(
        ", ",
        key.region().code(),
        key.indicator(),
        key.measure().name().toLowerCase(Locale.ROOT),
        key.period().toString(),
        key.series());
  }

  private static String shown(OptionalDouble value) {
    return value.isPresent()
        ? String.format(Locale.ROOT, "%,.4f", value.getAsDouble()).replaceFirst("\\.?0+$", "")
        : "-";
  }

  /** Another dataset says otherwise. */
  record Contradicts(Figure given, Figure published) implements EditionProblem {
    @Override
    public CellPlace place() {
      return wholeFile(given.key());
    }

    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      String dataset = published.dataset();
      String key = dataset.replaceFirst("@.*", "");
      boolean ownable = key.startsWith(FigureIntake.KEY);
      String name = key.replaceFirst(FigureIntake.KEY, "");
      return new Bilingual(
          "El archivo dice "
              + shown(given.value())
              + " y "
              + dataset
              + " dice "
              + shown(published.value())
              + ". Un conjunto no cambia las cifras de otro: "
              + (ownable
                  ? "para corregirlo cargue su edición nueva con el nombre (name) "
                      + name
                      + " y acepte reemplazarla (replace)."
                  : "si otra entidad lo midió, indique su serie (series); si los datos de referencia"
                      + " están mal, avise a quien mantiene Yunga."),
          "The file says "
              + shown(given.value())
              + ", and "
              + dataset
              + " says "
              + shown(published.value())
              + ". A dataset does not change figures of another: "
              + (ownable
                  ? "to correct it load its new edition by the name (name) "
                      + name
                      + ", and accept replacing it (replace)."
                  : "if somebody else measured it, name their series (series); if the reference data is"
                      + " wrong, tell who keeps Yunga."));
    }
  }

  /** The edition before would change or lose figures, and nobody said that it may. */
  record ReplaceNeeded(String dataset, long changed, long dropped) implements EditionProblem {
    @Override
    public CellPlace place() {
      return new CellPlace("", OptionalLong.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          dataset
              + " ya existe, y con este archivo cambiarían "
              + changed
              + " de sus cifras y dejarían de regir "
              + dropped
              + ". Si es una edición corregida, acepte reemplazarla (replace); si son otras cifras, dé otro"
              + " nombre (name).",
          dataset
              + " exists, and with this file "
              + changed
              + " of its figures would change and "
              + dropped
              + " would go out of force. If it is a corrected edition, accept replacing it (replace); if these are"
              + " other figures, give another name (name).");
    }
  }
}
