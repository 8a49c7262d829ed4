package org.yunga.geodata.raster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.Source;
import org.yunga.core.period.Period;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.geodata.figures.FigureEdition;
import org.yunga.geodata.figures.FigureEffects;
import org.yunga.geodata.figures.FigureIntake;
import org.yunga.geodata.intake.FileFacts;
import org.yunga.geodata.intake.Inspector;
import org.yunga.geodata.intake.IntakeCounts;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.IntakeReport;
import org.yunga.geodata.intake.IntakeRoles;
import org.yunga.geodata.intake.KnownFile;
import org.yunga.geodata.intake.KnownRelease;
import org.yunga.geodata.intake.MappedColumn;
import org.yunga.geodata.intake.ProblemLog;
import org.yunga.geodata.intake.ReaderProblem;
import org.yunga.geodata.intake.RegionEffect;

/** Inspects rasters: counts their cells by region, which gives a dataset of figures. */
public final class RasterIntake implements Inspector {

  /** What is to be said of a raster, each for all of it. */
  public static final String INDICATOR = "indicator";

  public static final String SERIES = "series";

  /** Classes and their periods, {@code 1-23=2001-2023; 24=2024}. */
  public static final String CLASSES = "classes";

  /** The number that means a whole cell, where cells say which part of them counts. */
  public static final String FRACTIONS = "fractions";

  public static final String PERIOD = "period";

  static final IntakeRoles ROLES =
      new IntakeRoles(List.of(), List.of(INDICATOR, SERIES, CLASSES, FRACTIONS, PERIOD));

  private static final String FORMAT = "tif";

  private final RasterProgress progress;

  /**
   * @param progress is told how far counting has come
   */
  public RasterIntake(RasterProgress progress) {
    this.progress = progress;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The dataset is named by raster, region set and indicator, so that one raster may be counted
   * over several sets.
   */
  @Override
  public IntakeReport inspect(
      Path file, IntakeKind as, IntakeOptions options, KnownRelease release) {
    ReleaseContent content = release.content();
    FigureIntake.refuseBesideSynthetic(file, content);
    ROLES.check(options);
    String regionSet = ((IntakeKind.Raster) as).regionSet();
    List<Region> regions = Snapshot.of(content).regions(regionSet);
    List<String> missing = RasterMeaning.missing(options);
    ProblemLog problems = new ProblemLog(Integer.MAX_VALUE);
    if (!missing.isEmpty()) {
      problems.add(new RasterProblem.RasterMeaningNeeded(missing));
      return report(
          as,
          file,
          options,
          problems,
          IntakeCounts.NONE,
          List.of(),
          key(options, regionSet),
          List.of());
    }
    RasterMeaning meaning = RasterMeaning.of(options, content.catalogue());
    RasterTotals totals = ZonalTotals.of(file, meaning.cells(), regions, progress);
    totals.notices().forEach(notice -> problems.add(new ReaderProblem.OfFile(notice)));
    FigureEdition edition = edition(file, options, regionSet, meaning, totals, content);
    edition.problems(options.replace()).forEach(problems::add);
    boolean held = edition.replaces() && !options.replace();
    boolean contradicts = !edition.conflicts().isEmpty() && !options.partial();
    List<Delivery> deliveries =
        held || contradicts || edition.figures().isEmpty()
            ? List.of()
            : List.of(
                edition.delivery(List.of()).accepting(ProblemLog.accepted(problems.counts())));
    List<RegionEffect> effects = new ArrayList<>(outside(meaning, totals));
    effects.addAll(FigureEffects.of(edition, content));
    return report(
        as, file, options, problems, counts(edition), effects, edition.dataset().key(), deliveries);
  }

  private static String key(IntakeOptions options, String regionSet) {
    String indicator = options.constant(INDICATOR).map(id -> "-" + id).orElse("");
    return FigureIntake.KEY
        + String.join("-", options.name(), regionSet)
        + indicator.replace('_', '-');
  }

  private static FigureEdition edition(
      Path file,
      IntakeOptions options,
      String regionSet,
      RasterMeaning meaning,
      RasterTotals totals,
      ReleaseContent content) {
    KnownFile known = KnownFile.of(file);
    Dataset dataset =
        Dataset.of(
            key(options, regionSet),
            options.title().or(options::source).orElse(known.name()),
            options.source().orElse(meaning.series()),
            options.licence(),
            known.name(),
            known.sha256());
    RasterFigures recipe =
        new RasterFigures(
            meaning.indicator(),
            meaning.series(),
            content.catalogue().series(meaning.series()).status(),
            new Source(options.source().orElse(known.name()), known.name()),
            meaning.periods());
    return FigureEdition.read(recipe.of(totals, dataset.id()), dataset, content);
  }

  private static IntakeCounts counts(FigureEdition edition) {
    int made = edition.figures().size() + edition.elsewhere() + edition.conflicts().size();
    return new IntakeCounts(
        made,
        edition.figures().size(),
        edition.conflicts().size(),
        edition.added(),
        edition.changed(),
        edition.unchanged() + edition.elsewhere(),
        edition.dropped());
  }

  /** What no region holds is told, and goes into no figure. */
  private static List<RegionEffect> outside(RasterMeaning meaning, RasterTotals totals) {
    List<RegionEffect> effects = new ArrayList<>();
    for (Map.Entry<Integer, Period> period : meaning.periods().entrySet()) {
      double hectares = totals.outside().hectares(period.getKey());
      if (hectares > 0) {
        effects.add(
            new RegionEffect(
                Optional.empty(),
                "",
                String.join(", ", meaning.indicator(), "actual", meaning.series()),
                period.getValue().toString(),
                "ha",
                OptionalDouble.empty(),
                OptionalDouble.of(hectares),
                0,
                0));
      }
    }
    return effects;
  }

  private static IntakeReport report(
      IntakeKind kind,
      Path file,
      IntakeOptions options,
      ProblemLog problems,
      IntakeCounts counts,
      List<RegionEffect> effects,
      String key,
      List<Delivery> deliveries) {
    KnownFile known = KnownFile.of(file);
    List<MappedColumn> said =
        ROLES.constants().stream()
            .filter(role -> options.constants().containsKey(role))
            .map(
                role ->
                    MappedColumn.constant(
                        role, options.constants().get(role), MappedColumn.Origin.GIVEN))
            .toList();
    return new RasterIntakeReport(
        kind,
        new FileFacts(
            known.name(),
            known.sha256(),
            known.bytes(),
            FORMAT,
            known.name(),
            Optional.empty(),
            Optional.empty(),
            counts.rows()),
        said,
        problems.problems(),
        problems.counts(),
        counts,
        effects,
        key,
        deliveries);
  }
}
