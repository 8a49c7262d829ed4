package org.yunga.geodata.intake;

import java.util.List;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** What a file brings. Its text is what people write after {@code --as}. */
public sealed interface IntakeKind {

  /** {@code figures}, {@code plots:coca_field}, {@code boundaries:districts}. */
  String text();

  /** Reported values of regions. */
  record Figures() implements IntakeKind {
    @Override
    public String text() {
      return "figures";
    }
  }

  /**
   * Pieces of ground that were measured.
   *
   * @param plotKind id of their kind
   */
  record Plots(String plotKind) implements IntakeKind {
    @Override
    public String text() {
      return "plots:" + plotKind;
    }
  }

  /**
   * Limits of regions.
   *
   * @param regionSet id of their set
   */
  record Boundaries(String regionSet) implements IntakeKind {
    @Override
    public String text() {
      return "boundaries:" + regionSet;
    }
  }

  /**
   * Cells that are counted by region, which gives figures.
   *
   * @param regionSet id of the set of the regions
   */
  record Raster(String regionSet) implements IntakeKind {
    @Override
    public String text() {
      return "raster:" + regionSet;
    }
  }

  /**
   * What people wrote after {@code --as}. Whether there is such a plot kind or region set is not
   * checked here.
   *
   * @throws ExplainedException when it is none of the four, or says not of what
   */
  static IntakeKind parse(String text) {
    int colon = text.indexOf(':');
    String family = colon < 0 ? text : text.substring(0, colon);
    String of = colon < 0 ? "" : text.substring(colon + 1).strip();
    if (family.equals("figures") && colon < 0) {
      return new Figures();
    }
    if (family.equals("plots") && !of.isEmpty()) {
      return new Plots(of);
    }
    if (family.equals("boundaries") && !of.isEmpty()) {
      return new Boundaries(of);
    }
    if (family.equals("raster") && !of.isEmpty()) {
      return new Raster(of);
    }
    throw unknown(text);
  }

  private static ExplainedException unknown(String given) {
    String allowed =
        String.join(
            ", ",
            List.of("figures", "plots:coca_field", "boundaries:districts", "raster:departments"));
    return new ExplainedException(
        "kind_unknown",
        new Bilingual(
            "as: '"
                + given
                + "' no dice qué trae el archivo. Escriba figures (cifras), plots: y el tipo de"
                + " parcela, boundaries: o raster: y el conjunto de regiones; por ejemplo "
                + allowed
                + ".",
            "as: '"
                + given
                + "' does not say what the file brings. Write figures, plots: and the kind of plot,"
                + " boundaries: or raster: and the region set; for example "
                + allowed
                + "."));
  }
}
