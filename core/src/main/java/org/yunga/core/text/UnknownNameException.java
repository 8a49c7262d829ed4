package org.yunga.core.text;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A name that the catalogue does not know: what was given, and what is allowed instead. */
public final class UnknownNameException extends RuntimeException {

  private static final int TOLD = 12;

  /** What is looked up, in both languages. */
  private static final Map<String, Bilingual> KINDS =
      Map.ofEntries(
          Map.entry("indicator", new Bilingual("el indicador", "indicator")),
          Map.entry("region-set", new Bilingual("el conjunto de regiones", "region set")),
          Map.entry("series", new Bilingual("la serie", "series")),
          Map.entry("period", new Bilingual("un período con datos", "period with data")),
          Map.entry("region", new Bilingual("la región", "region")),
          Map.entry("release", new Bilingual("la entrega", "release")),
          Map.entry("file", new Bilingual("el archivo", "file")),
          Map.entry("dataset", new Bilingual("el conjunto de datos", "dataset")),
          Map.entry("staged", new Bilingual("la carga en espera", "staged dataset")),
          Map.entry(
              "refused",
              new Bilingual("archivo de filas rechazadas de", "file of refused rows of")),
          Map.entry("column", new Bilingual("la columna", "column")),
          Map.entry("role", new Bilingual("el papel de columna", "role of a column")),
          Map.entry("year", new Bilingual("el año", "year")),
          Map.entry("unit", new Bilingual("la unidad", "unit")),
          Map.entry("measure", new Bilingual("la medida", "measure")),
          Map.entry("plot-kind", new Bilingual("el tipo de parcela", "plot kind")),
          Map.entry("format", new Bilingual("el formato", "format")),
          Map.entry("token", new Bilingual("el token", "token")));

  private final String kind;
  private final String given;
  private final List<String> allowed;

  /**
   * @param kind what was looked up, in the words of the API: {@code indicator}, {@code
   *     region-set}...
   * @param given the unknown name
   * @param allowed the known names, in the order of the catalogue
   */
  public UnknownNameException(String kind, String given, Collection<String> allowed) {
    super("Unknown " + kind + " '" + given + "'; known are " + String.join(", ", allowed));
    this.kind = kind;
    this.given = given;
    this.allowed = List.copyOf(allowed);
  }

  /** What was given and what there is, a dozen of it. */
  public Bilingual explanation() {
    return explanation(given);
  }

  /** What was given and all that there is. */
  public Bilingual fullExplanation() {
    return explanation(given, Integer.MAX_VALUE);
  }

  /**
   * The same.
   *
   * @param asWritten what was given, as its writer wrote it
   */
  public Bilingual explanation(String asWritten) {
    return explanation(asWritten, TOLD);
  }

  private Bilingual explanation(String asWritten, int most) {
    Bilingual what = KINDS.getOrDefault(kind, Bilingual.same("'" + kind + "'"));
    String es = "No existe " + what.es() + " '" + asWritten + "'.";
    String en = "There is no " + what.en() + " '" + asWritten + "'.";
    if (allowed.isEmpty()) {
      return new Bilingual(es, en);
    }
    boolean some = allowed.size() > most;
    String list = String.join(", ", allowed.subList(0, some ? most : allowed.size()));
    String end = some ? "..." : ".";
    return new Bilingual(es + " Hay: " + list + end, en + " There are: " + list + end);
  }

  public String kind() {
    return kind;
  }

  public String given() {
    return given;
  }

  public List<String> allowed() {
    return allowed;
  }
}
