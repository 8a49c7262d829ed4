package org.yunga.geodata.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
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

  /** Of the figures of these cells. */
  static Bilingual figures(FiguresAnswer answer, Collection<Cell> cells) {
    List<Figure> figures = cells.stream().flatMap(cell -> cell.figure().stream()).toList();
    FigureCitation citation = FigureCitation.of(answer, cells);
    String titles = String.join("; ", citation.sources());
    String series = cells.stream().map(Cell::series).distinct().collect(Collectors.joining(", "));
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
            "Cómo citar: " + citation.text().es() + ".", "Cite as: " + citation.text().en() + "."));
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

  private static Bilingual boundaries(Release release, RegionSet set) {
    BoundaryTerms terms = BoundaryTerms.of(release, set);
    String es = ": " + terms.source() + ". Licencia: " + terms.licence() + ".";
    String en = ": " + terms.source() + ". Licence: " + terms.licence() + ".";
    return new Bilingual(
        "Regiones (" + set.name().es() + ")" + es, "Regions (" + set.name().en() + ")" + en);
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
