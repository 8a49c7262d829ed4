package org.yunga.geodata.figures;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.intake.FileFacts;
import org.yunga.geodata.intake.Inspector;
import org.yunga.geodata.intake.IntakeCounts;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.KnownFile;
import org.yunga.geodata.intake.KnownRelease;
import org.yunga.geodata.intake.ProblemLog;
import org.yunga.geodata.intake.ReaderProblem;
import org.yunga.geodata.intake.RefusedRows;
import org.yunga.geodata.intake.RememberedMapping;
import org.yunga.geodata.intake.Severity;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.Row;

/** Inspects tables of figures. */
public final class FigureIntake implements Inspector {

  /** Keys of datasets of figures start so. */
  public static final String KEY = "figures/";

  @Override
  public FigureIntakeReport inspect(
      Path file, IntakeKind kind, IntakeOptions options, KnownRelease release) {
    ReleaseContent content = release.content();
    refuseBesideSynthetic(file, content);
    KnownFile known = KnownFile.of(file);
    FigureTable table = FigureTable.read(file, options.readOptions());
    List<String> columns = table.table().columns().stream().map(Column::name).toList();
    RememberedMapping remembered = release.remembered().recall(kind, columns);
    FigureReport figures =
        new FigureLoader(content.catalogue(), content.regions(), content.figures(), LocalDate.now())
            .load(
                table,
                HintsFromOptions.of(options, remembered),
                HintsFromOptions.usual(remembered, content.catalogue()));
    String key = KEY + options.name();
    Optional<FigureEdition> edition =
        figures
            .mapping()
            .map(
                mapping ->
                    FigureEdition.read(
                        figures.figures(), dataset(key, known, mapping, options), content));
    ProblemLog problems = problems(table, figures, edition, options);
    List<Delivery> deliveries =
        edition
            .filter(made -> !made.figures().isEmpty() && allowed(problems, options))
            .map(made -> List.of(made.delivery(figures.problems())))
            .orElse(List.of());
    RefusedRows refusedRows = new RefusedRows(file, options.readOptions());
    problems.problems().forEach(refusedRows::add);
    return new FigureIntakeReport(
        new FileFacts(
            known.name(),
            known.sha256(),
            known.bytes(),
            Formats.of(file).id(),
            table.table().name(),
            options.encoding().map(Object::toString),
            Optional.empty(),
            table.rows().size()),
        figures
            .mapping()
            .map(mapping -> new MappedFigures(table, mapping, options, remembered).columns())
            .orElse(List.of()),
        columns,
        problems.problems(),
        problems.counts(),
        counts(table, figures, edition),
        edition.map(made -> FigureEffects.of(made, content)).orElse(List.of()),
        key,
        !deliveries.isEmpty(),
        deliveries,
        table,
        figures,
        edition,
        refusedRows::write);
  }

  private static boolean allowed(ProblemLog problems, IntakeOptions options) {
    boolean replaceNeeded =
        problems.problems().stream().anyMatch(EditionProblem.ReplaceNeeded.class::isInstance);
    boolean refused =
        problems.counts().stream().anyMatch(count -> count.severity() == Severity.REFUSED);
    return !replaceNeeded && (options.partial() || !refused);
  }

  private static Dataset dataset(
      String key, KnownFile file, FigureMapping mapping, IntakeOptions options) {
    return Dataset.of(
        key,
        options.title().orElse(mapping.source().title()),
        options.source().orElse(mapping.series()),
        options.licence(),
        file.name(),
        file.sha256());
  }

  private static ProblemLog problems(
      FigureTable table,
      FigureReport figures,
      Optional<FigureEdition> edition,
      IntakeOptions options) {
    ProblemLog problems = new ProblemLog(Integer.MAX_VALUE);
    table.notices().forEach(notice -> problems.add(new ReaderProblem.OfFile(notice)));
    for (Row row : table.rows()) {
      row.flaws().forEach(flaw -> problems.add(new ReaderProblem.OfRow(row.number(), flaw)));
    }
    figures.problems().forEach(problems::add);
    edition.ifPresent(
        made -> {
          made.problems(options.replace()).forEach(problems::add);
        });
    return problems;
  }

  private static IntakeCounts counts(
      FigureTable table, FigureReport figures, Optional<FigureEdition> edition) {
    if (edition.isEmpty()) {
      return new IntakeCounts(table.rows().size(), 0, figures.refused(), 0, 0, 0, 0);
    }
    FigureEdition made = edition.get();
    return new IntakeCounts(
        table.rows().size(),
        made.figures().size(),
        figures.refused() + made.conflicts().size(),
        made.added(),
        made.changed(),
        made.unchanged() + made.elsewhere(),
        made.dropped());
  }

  /**
   * Refuses real figures for a store of made-up ones.
   *
   * @throws ExplainedException when the release is synthetic
   */
  public static void refuseBesideSynthetic(Path file, ReleaseContent content) {
    if (content.release().isSynthetic()) {
      throw besideSynthetic(file);
    }
  }

  private static ExplainedException besideSynthetic(Path file) {
    return new ExplainedException(
        "figures_beside_synthetic",
        new Bilingual(
            "No se cargó "
                + file.getFileName()
                + ": el almacén tiene datos sintéticos, y junto a ellos no van cifras reales."
                + " Use un almacén en otra carpeta de datos (data).",
            file.getFileName()
                + " was not loaded: the store holds synthetic data, and real figures do not stand"
                + " beside it. Use a store in another data folder (data)."));
  }
}
