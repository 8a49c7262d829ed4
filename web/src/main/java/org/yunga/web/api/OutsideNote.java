package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.monitor.OutsideGround;
import org.yunga.core.monitor.PolygonAnswer;
import org.yunga.core.text.Bilingual;

/** What is said of ground outside of the country, where zero would look like an answer. */
final class OutsideNote {

  private static final double LITTLE = 0.05;

  private final Optional<OutsideGround> outside;
  private final double areaHectares;

  OutsideNote(PolygonAnswer answer) {
    this.outside = answer.outside();
    this.areaHectares = answer.areaHectares();
  }

  /** Hectares outside; null where the release has no limits to tell it by. */
  Number hectares() {
    return outside.map(ground -> PlotFields.hectares(ground.hectares())).orElse(null);
  }

  /** As members of an answer: at most one note. */
  List<Map<String, Object>> notes() {
    return told()
        .map(ground -> List.of(object("code", code(ground), "detail", Fields.text(words(ground)))))
        .orElse(List.of());
  }

  /** The note, flat, for tables. */
  Map<String, Object> flatNote() {
    return object(
        "note_code", told().map(OutsideNote::code).orElse(null),
        "note_es", told().map(ground -> words(ground).es()).orElse(null),
        "note_en", told().map(ground -> words(ground).en()).orElse(null));
  }

  private Optional<OutsideGround> told() {
    return outside.filter(ground -> ground.isAll() || ground.hectares() > 0);
  }

  private static String code(OutsideGround ground) {
    return ground.isAll() ? "outside" : "partly_outside";
  }

  private Bilingual words(OutsideGround ground) {
    Bilingual of = ground.of();
    if (ground.isAll()) {
      return new Bilingual(
          "El área está fuera de los límites de "
              + of.es()
              + ": de allí no hay datos, y un cero no dice que no haya nada. Revise las"
              + " coordenadas.",
          "The area lies outside of the limits of "
              + of.en()
              + ": there is no data of it, and a zero does not say that nothing is there. Check the"
              + " coordinates.");
    }
    String hectares = hectares(ground.hectares());
    String share = share(ground.hectares() / areaHectares);
    return new Bilingual(
        hectares
            + " ha del área ("
            + share
            + "\u00a0%) están fuera de los límites de "
            + of.es()
            + ": de allí no hay datos.",
        hectares
            + " ha of the area ("
            + share
            + "%) lie outside of the limits of "
            + of.en()
            + ": there is no data of it.");
  }

  /** As everywhere: no decimals from 100 up, one below. */
  private static String hectares(double value) {
    if (value < LITTLE) {
      return "< 0.1";
    }
    return String.format(Locale.ROOT, value < 99.95 ? "%,.1f" : "%,.0f", value);
  }

  /** In percent. */
  private static String share(double part) {
    if (part < 0.001) {
      return "< 0.1";
    }
    return part > 0.999 ? "> 99.9" : String.format(Locale.ROOT, "%.1f", 100 * part);
  }
}
