package org.yunga.geodata.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.figure.Figure;
import org.yunga.core.monitor.Cell;
import org.yunga.core.monitor.FiguresAnswer;
import org.yunga.core.region.RegionSet;
import org.yunga.core.text.Bilingual;

/** Release, sources, licences and citation, in words: what one needs to use a file and cite it. */
final class SourceText {

  private static final Bilingual STATES =
      new Bilingual(
          "Estados: value = con dato; zero = cero; not_monitored = no vigilado; missing = sin dato;"
              + " withheld = reservado. Donde no hay número, el estado dice por qué.",
          "States: value; zero; not_monitored; missing; withheld. Where there is no number, the"
              + " state says why.");

  private static final Bilingual SYNTHETIC =
      new Bilingual(
          "ATENCIÓN: esta entrega contiene datos inventados; no los cite.",
          "BEWARE: this release holds made-up data; do not cite it.");

  private SourceText() {}

  static Bilingual title(FiguresAnswer answer, String when) {
    String unit = " (" + answer.unit().id() + "), ";
    return new Bilingual(
        answer.indicator().name().es() + unit + answer.regionSet().name().es() + ", " + when,
        answer.indicator().name().en() + unit + answer.regionSet().name().en() + ", " + when);
  }

  /** Of the figures of these cells. */
  static Bilingual figures(FiguresAnswer answer, Collection<Cell> cells, String when) {
    List<Figure> figures = cells.stream().flatMap(cell -> cell.figure().stream()).toList();
    String titles =
        figures.stream()
            .map(figure -> figure.source().title())
            .distinct()
            .collect(Collectors.joining("; "));
    String series = cells.stream().map(Cell::series).distinct().collect(Collectors.joining(", "));
    Bilingual title = title(answer, when);
    Set<String> datasets = new LinkedHashSet<>();
    figures.forEach(figure -> datasets.add(figure.dataset()));
    List<Bilingual> parts = new ArrayList<>();
    parts.add(release(answer.release()));
    parts.add(answer.indicator().definition());
    parts.add(new Bilingual("Serie: " + series + ".", "Series: " + series + "."));
    parts.add(new Bilingual("Fuentes: " + titles + ".", "Sources: " + titles + "."));
    answer.release().datasets().stream()
        .filter(dataset -> datasets.contains(dataset.id()))
        .forEach(dataset -> parts.add(licence(dataset)));
    parts.add(boundaries(answer.release(), answer.regionSet()));
    parts.add(
        new Bilingual(
            "Cómo citar: %s. Yunga, entrega %s, con fuentes: %s."
                .formatted(title.es(), answer.release().id(), titles),
            "Cite as: %s. Yunga, release %s, with sources: %s."
                .formatted(title.en(), answer.release().id(), titles)));
    parts.add(STATES);
    return joined(parts, answer.release());
  }

  /** Of a region set. */
  static Bilingual regions(Release release, RegionSet set) {
    return joined(List.of(release(release), set.definition(), boundaries(release, set)), release);
  }

  /** Of a whole release. */
  static Bilingual all(Release release, Collection<RegionSet> sets) {
    List<Bilingual> parts = new ArrayList<>();
    parts.add(release(release));
    release.datasets().forEach(dataset -> parts.add(licence(dataset)));
    sets.forEach(set -> parts.add(boundaries(release, set)));
    parts.add(
        new Bilingual(
            "Cada cifra lleva su fuente (source_title, source_locator): cítela junto con «Yunga,"
                + " entrega "
                + release.id()
                + "».",
            "Each figure carries its source (source_title, source_locator): cite it together with"
                + " 'Yunga, release "
                + release.id()
                + "'."));
    parts.add(STATES);
    return joined(parts, release);
  }

  private static Bilingual release(Release release) {
    return new Bilingual(
        "Yunga, entrega " + release.id() + " (" + release.publishedAt() + ").",
        "Yunga, release " + release.id() + " (" + release.publishedAt() + ").");
  }

  private static Bilingual licence(Dataset dataset) {
    String head = dataset.id() + ": " + dataset.title() + ". " + dataset.source();
    return new Bilingual(
        head + ". Licencia: " + dataset.licence() + ".",
        head + ". Licence: " + dataset.licence() + ".");
  }

  /** Boundaries come from a loaded dataset, or with the set itself. */
  private static Bilingual boundaries(Release release, RegionSet set) {
    Optional<Dataset> loaded =
        release.datasets().stream()
            .filter(dataset -> dataset.key().equals(Dataset.BOUNDARIES + set.id()))
            .findFirst();
    String source = loaded.map(Dataset::source).orElse(set.source());
    String licence = loaded.map(Dataset::licence).orElse(set.licence());
    return new Bilingual(
        "Regiones (" + set.name().es() + "): " + source + ". Licencia: " + licence + ".",
        "Regions (" + set.name().en() + "): " + source + ". Licence: " + licence + ".");
  }

  private static Bilingual joined(List<Bilingual> parts, Release release) {
    List<Bilingual> all = new ArrayList<>(parts);
    if (release.isSynthetic()) {
      all.add(0, SYNTHETIC);
    }
    return new Bilingual(
        all.stream().map(Bilingual::es).collect(Collectors.joining("\n")),
        all.stream().map(Bilingual::en).collect(Collectors.joining("\n")));
  }

  /** Both languages one after the other, for formats with one place for words. */
  static String both(Bilingual text) {
    return text.es() + "\n\n" + text.en();
  }
}
