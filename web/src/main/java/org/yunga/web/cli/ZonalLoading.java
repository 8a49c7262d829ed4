package org.yunga.web.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Source;
import org.yunga.core.period.Period;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.figures.FigureEdition;
import org.yunga.geodata.intake.DatasetName;
import org.yunga.geodata.intake.KnownFile;
import org.yunga.geodata.raster.CellMeaning;
import org.yunga.geodata.raster.RasterFigures;
import org.yunga.geodata.raster.RasterTotals;
import org.yunga.geodata.raster.ZonalTotals;

/** Counts a raster by region, tells what was found, asks, and publishes it as figures. */
final class ZonalLoading {

  /**
   * What is to be counted, and how it is to be published.
   *
   * @param regionSet the regions
   * @param indicator what the hectares count
   * @param series who measured
   * @param periods of each class
   * @param meaning of the cells
   * @param name of the dataset, after {@code figures/}; made of file, regions and indicator when
   *     empty
   * @param source of the raster; its file name when empty
   * @param licence of the raster
   * @param replace whether figures of the edition before may change or go
   * @param dryRun whether to stop before publishing
   */
  record Wishes(
      String regionSet,
      String indicator,
      String series,
      SortedMap<Integer, Period> periods,
      CellMeaning meaning,
      Optional<String> name,
      Optional<String> source,
      String licence,
      boolean replace,
      boolean dryRun) {}

  private static final int TENTHS = 10;

  private final DataFolder data;
  private final Actor by;
  private final Consent consent;
  private final Wishes wishes;
  private long told;

  ZonalLoading(DataFolder data, Actor by, Consent consent, Wishes wishes) {
    this.data = data;
    this.by = by;
    this.consent = consent;
    this.wishes = wishes;
  }

  int load(Path file) {
    try (Store store = data.open()) {
      ReleaseContent content = store.readLatest();
      if (content.release().isSynthetic()) {
        throw synthetic(store);
      }
      ZonalCommand.requireHectares(content.catalogue().indicator(wishes.indicator));
      List<Region> regions = Snapshot.of(content).regions(wishes.regionSet);
      Dataset dataset = dataset(file);
      Source source = new Source(wishes.source.orElse(dataset.fileName()), dataset.fileName());
      RasterFigures recipe =
          new RasterFigures(
              wishes.indicator,
              wishes.series,
              content.catalogue().series(wishes.series).status(),
              source,
              wishes.periods);
      RasterTotals totals = ZonalTotals.of(file, wishes.meaning, regions, this::progress);
      tell(totals, regions);
      FigureEdition edition = FigureEdition.of(recipe.of(totals, dataset.id()), dataset, content);
      check(edition, store);
      publish(store, content.release().number(), edition);
    }
    return 0;
  }

  private Dataset dataset(Path file) {
    KnownFile known = KnownFile.of(file.toAbsolutePath());
    String name =
        wishes.name.isPresent()
            ? DatasetName.of(wishes.name, file)
            : DatasetName.of(Optional.empty(), file)
                + "-"
                + wishes.regionSet
                + "-"
                + wishes.indicator.replace('_', '-');
    return Dataset.of(
        "figures/" + name,
        wishes.source.orElse(known.name()),
        wishes.source.orElse(wishes.series),
        wishes.licence,
        known.name(),
        known.sha256());
  }

  private void progress(long done, long of) {
    long tenth = done * TENTHS / Math.max(1, of);
    if (tenth > told) {
      told = tenth;
      Console.say(
          "Contado: " + tenth * TENTHS + " % de las celdas",
          "Counted: " + tenth * TENTHS + " % of the cells");
    }
  }

  private void tell(RasterTotals totals, List<Region> regions) {
    totals.notices().forEach(notice -> Console.say(notice.text()));
    for (Region region : regions) {
      Optional.ofNullable(totals.regions().get(region.ref()))
          .ifPresent(
              zone -> {
                double sum = wishes.periods.keySet().stream().mapToDouble(zone::hectares).sum();
                String line = "  %s %s: %,.1f ha".formatted(region.code(), region.name(), sum);
                Console.say(Bilingual.same(String.format(Locale.ROOT, "%s", line)));
              });
    }
    double outside = wishes.periods.keySet().stream().mapToDouble(totals.outside()::hectares).sum();
    String hectares = String.format(Locale.ROOT, "%,.1f ha", outside);
    Console.say("  Fuera de toda región: " + hectares, "  In no region: " + hectares);
  }

  private void check(FigureEdition edition, Store store) {
    if (!edition.conflicts().isEmpty()) {
      throw contradicts(edition);
    }
    if (edition.replaces() && !wishes.replace) {
      throw replaceNeeded(edition);
    }
    Optional<KeptDataset> kept =
        store.datasets().stream()
            .filter(known -> known.dataset().id().equals(edition.dataset().id()))
            .findFirst();
    if (kept.isPresent()) {
      List<Figure> before =
          store.read(kept.get().lastRelease()).figures().stream()
              .filter(figure -> figure.dataset().equals(edition.dataset().id()))
              .toList();
      if (!new HashSet<>(before).equals(new HashSet<>(edition.figures()))) {
        throw readOtherwise(edition.dataset().id());
      }
    }
  }

  private void publish(Store store, long release, FigureEdition edition) {
    if (edition.changes().isEmpty()) {
      Console.say(
          "No hay cifras nuevas: sigue rigiendo la entrega " + release + ".",
          "There are no new figures: release " + release + " stays in force.");
      return;
    }
    if (wishes.dryRun) {
      Console.say(
          "Era una prueba (--dry-run): no se publicó nada.",
          "This was a trial (--dry-run): nothing was published.");
      return;
    }
    String key = edition.dataset().key();
    int figures = edition.figures().size();
    Bilingual what =
        new Bilingual(
            "Se publicará " + key + " con " + figures + " cifras, por " + by.name() + ".",
            key + " with " + figures + " figures is going to be published by " + by.name() + ".");
    if (consent.to(what)) {
      RollbackCommand.tellInForce(store.publishAll(List.of(edition.delivery(List.of())), by));
    }
  }

  private static ExplainedException contradicts(FigureEdition edition) {
    FigureEdition.Conflict first = edition.conflicts().get(0);
    String key = first.given().key().region() + ", " + first.given().key().period();
    return new ExplainedException(
        "figures_contradict",
        new Bilingual(
            "No se cargó nada: "
                + edition.conflicts().size()
                + " cifras contradicen las de "
                + first.published().dataset()
                + " (la primera: "
                + key
                + "). Un conjunto no cambia las cifras de otro: indique otra --series si otra"
                + " entidad midió, o clases de otros años con --class.",
            "Nothing was loaded: "
                + edition.conflicts().size()
                + " figures contradict those of "
                + first.published().dataset()
                + " (the first: "
                + key
                + "). A dataset does not change figures of another: name another --series if"
                + " somebody else measured, or classes of other years by --class."));
  }

  private static ExplainedException replaceNeeded(FigureEdition edition) {
    return new ExplainedException(
        "figures_replace_needed",
        new Bilingual(
            "No se cargó nada: "
                + edition.dataset().key()
                + " ya existe; cambiarían "
                + edition.changed()
                + " de sus cifras y dejarían de regir "
                + edition.dropped()
                + ". Si es una edición corregida, agregue --replace; si no, dé otro --name.",
            "Nothing was loaded: "
                + edition.dataset().key()
                + " exists; "
                + edition.changed()
                + " of its figures would change and "
                + edition.dropped()
                + " would go out of force. If it is a corrected edition, add --replace; if not,"
                + " give another --name."));
  }

  private static ExplainedException readOtherwise(String id) {
    return new ExplainedException(
        "figures_file_read_otherwise",
        new Bilingual(
            "No se cargó nada: este mismo archivo ya se publicó como "
                + id
                + " con otras opciones o sobre otros límites. Dé otro --name.",
            "Nothing was loaded: this very file was published as "
                + id
                + " with other options or over other boundaries. Give another --name."));
  }

  private static ExplainedException synthetic(Store store) {
    return new ExplainedException(
        "figures_beside_synthetic",
        new Bilingual(
            "No se cargó nada: "
                + store.place()
                + " tiene datos sintéticos, y junto a ellos no van cifras reales. Indique otra"
                + " carpeta con --data.",
            "Nothing was loaded: "
                + store.place()
                + " holds synthetic data, and real figures do not stand beside it. Name another"
                + " folder by --data."));
  }
}
