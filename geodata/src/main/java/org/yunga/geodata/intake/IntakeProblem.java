package org.yunga.geodata.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Coordinate;
import org.yunga.core.text.Bilingual;

/**
 * A flaw with its place and its remedy. Each kind of data has a sealed family of its own; the texts
 * are made when they are asked for.
 */
public interface IntakeProblem {

  /** Stable name of the kind, snake case, from the name of its class: {@code unknown_region}. */
  default String code() {
    return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** What became of it. */
  Severity severity();

  /** Number of the row as people count it in this format; empty when it is of the whole file. */
  OptionalLong row();

  /** The column; empty when it is of the whole row or file. */
  Optional<String> field();

  /** As given, shortened; empty when nothing was, or it cannot be shown. */
  Optional<String> value();

  /** What was given and what is allowed. */
  Bilingual message();

  /** What was done, or is to be done; empty where the message says it. */
  Optional<Bilingual> remedy();

  /** Where on the map, longitude and latitude, WGS 84. */
  default Optional<Coordinate> point() {
    return Optional.empty();
  }

  /** Message and remedy in one. */
  default Bilingual text() {
    Bilingual message = message();
    return remedy()
        .map(
            remedy ->
                new Bilingual(message.es() + " " + remedy.es(), message.en() + " " + remedy.en()))
        .orElse(message);
  }

  /** For a line of a report: row 12, column 'AREA': 1,5. */
  default Bilingual whereInWords() {
    StringBuilder es = new StringBuilder(row().isPresent() ? "fila " : "archivo");
    StringBuilder en = new StringBuilder(row().isPresent() ? "row " : "file");
    row().ifPresent(number -> es.append(number));
    row().ifPresent(number -> en.append(number));
    field().ifPresent(name -> es.append(", columna «").append(name).append('»'));
    field().ifPresent(name -> en.append(", column '").append(name).append('\''));
    value().ifPresent(given -> es.append(": ").append(given));
    value().ifPresent(given -> en.append(": ").append(given));
    return new Bilingual(es.toString(), en.toString());
  }
}
