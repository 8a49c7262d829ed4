package org.yunga.geodata.inspect;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.region.RegionSet;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.KnownRelease;
import org.yunga.geodata.load.UbigeoSet;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;

/**
 * What a file seems to bring: without geometry figures; with it what one word of its name, its
 * layer or its columns says, as long as no other word says otherwise.
 *
 * @param kind what it brings
 * @param why in a sentence
 */
public record KindRecognition(IntakeKind kind, Bilingual why) {

  /** Beginnings of words by which people name plots of a kind, without accents. */
  private static final Map<String, String> PLOT_WORDS =
      Map.of(
          "coca_field", "coca",
          "eradicated_field", "errad|eradic",
          "titled_parcel", "titul|predio|titled",
          "reforested_lot", "refor");

  private static final Map<String, String> BOUNDARY_WORDS =
      Map.of(
          "departments", "departamental|departamentos|departments",
          "provinces", "provincial|provincias|provinces",
          "districts", "distrital|distritos|districts",
          "zei", "zei");

  /**
   * Looks at the head of a file.
   *
   * @throws ExplainedException {@code kind_needed} when nothing says it, or words disagree
   */
  public static KindRecognition of(Path file, IntakeOptions options, KnownRelease release) {
    if (file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.tiff?")) {
      return new KindRecognition(
          new IntakeKind.Raster(UbigeoSet.DEPARTMENTS.id()),
          new Bilingual(
              "Se toma por un ráster que se cuenta por departamento, por su extensión.",
              "Taken for a raster that is counted by department, by its extension."));
    }
    Table table;
    try (TableReader reader = Formats.of(file).read(file, options.readOptions())) {
      table = reader.table();
    }
    if (table.geometry().isEmpty()) {
      return new KindRecognition(
          new IntakeKind.Figures(),
          new Bilingual(
              "Se toma por cifras de regiones, pues no tiene geometría.",
              "Taken for figures of regions, since it has no geometry."));
    }
    Map<IntakeKind, String> found = candidates(file, table, release.content().catalogue());
    if (found.size() != 1) {
      throw needed(file, found, release.content().catalogue());
    }
    Map.Entry<IntakeKind, String> only = found.entrySet().iterator().next();
    return new KindRecognition(
        only.getKey(),
        new Bilingual(
            "Se toma por " + only.getKey().text() + ", por la palabra «" + only.getValue() + "».",
            "Taken for " + only.getKey().text() + ", by the word '" + only.getValue() + "'."));
  }

  private static Map<IntakeKind, String> candidates(Path file, Table table, Catalogue catalogue) {
    List<String> texts = new ArrayList<>(List.of(file.getFileName().toString(), table.name()));
    table.columns().stream().map(Column::name).forEach(texts::add);
    List<String> words =
        texts.stream().flatMap(text -> Stream.of(plain(text).split("[^a-z]+"))).distinct().toList();
    Map<IntakeKind, String> found = new LinkedHashMap<>();
    for (PlotKind kind : catalogue.plotKinds()) {
      first(words, PLOT_WORDS.get(kind.id()))
          .forEach(word -> found.put(new IntakeKind.Plots(kind.id()), word));
    }
    for (RegionSet set : catalogue.regionSets()) {
      first(words, BOUNDARY_WORDS.get(set.id()))
          .forEach(word -> found.put(new IntakeKind.Boundaries(set.id()), word));
    }
    return found;
  }

  private static List<String> first(List<String> words, String beginnings) {
    if (beginnings == null) {
      return List.of();
    }
    Matcher matcher = Pattern.compile("(" + beginnings + ").*").matcher("");
    return words.stream().filter(word -> matcher.reset(word).matches()).limit(1).toList();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static ExplainedException needed(
      Path file, Map<IntakeKind, String> found, Catalogue catalogue) {
    String kinds =
        Stream.of(
                Stream.of("figures"),
                catalogue.plotKinds().stream().map(kind -> "plots:" + kind.id()),
                catalogue.regionSets().stream().map(set -> "boundaries:" + set.id()),
                Stream.of("raster:departments"))
            .flatMap(all -> all)
            .collect(Collectors.joining(", "));
    String several =
        found.keySet().stream().map(IntakeKind::text).collect(Collectors.joining(", "));
    return new ExplainedException(
        "kind_needed",
        new Bilingual(
            (found.isEmpty()
                    ? "Nada en " + file.getFileName() + " dice qué trae"
                    : file.getFileName() + " podría traer varias cosas (" + several + ")")
                + ". Indique qué es (as). Hay: "
                + kinds
                + ".",
            (found.isEmpty()
                    ? "Nothing in " + file.getFileName() + " says what it brings"
                    : file.getFileName() + " may bring several things (" + several + ")")
                + ". Say what it is (as). There are: "
                + kinds
                + "."));
  }
}
