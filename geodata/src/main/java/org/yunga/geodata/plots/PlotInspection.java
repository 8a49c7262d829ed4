package org.yunga.geodata.plots;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.geodata.crs.CoordinateFrame;
import org.yunga.geodata.crs.CoordinateReferenceSystems;
import org.yunga.geodata.intake.FileFacts;
import org.yunga.geodata.intake.IntakeCounts;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.IntakeProblem;
import org.yunga.geodata.intake.KnownFile;
import org.yunga.geodata.intake.KnownRelease;
import org.yunga.geodata.intake.ProblemLog;
import org.yunga.geodata.intake.ReaderProblem;
import org.yunga.geodata.intake.RefusedRows;
import org.yunga.geodata.intake.RegionEffect;
import org.yunga.geodata.intake.RememberedMapping;
import org.yunga.geodata.intake.Severity;
import org.yunga.geodata.read.FileHash;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;

/** One file of plots on its way. */
final class PlotInspection {

  /** So many rows are looked at before it is decided what the file is. */
  private static final int SAMPLE = 1000;

  private final Path file;
  private final Format format;
  private final PlotKind kind;
  private final IntakeOptions options;
  private final KnownRelease release;
  private final RegionIndex regions;
  private final ReleasePlots releasePlots;
  private final String key;
  private final ProblemLog problems = new ProblemLog();
  private final RefusedRows refusedRows;
  private final PlotShelf shelf = new PlotShelf();
  private boolean fileRefused;

  PlotInspection(
      Path file, Format format, PlotKind kind, IntakeOptions options, KnownRelease release) {
    this.file = file;
    this.format = format;
    this.kind = kind;
    this.options = options;
    this.release = release;
    this.key = PlotIntake.KEY + options.name();
    this.regions = new RegionIndex(Snapshot.of(release.content()));
    this.releasePlots = new ReleasePlots(release, key);
    this.refusedRows = new RefusedRows(file, options.readOptions());
  }

  PlotIntakeReport inspect(TableReader reader, RememberedMapping remembered) {
    KnownFile known = KnownFile.of(file);
    Table table = reader.table();
    List<Row> sample = new ArrayList<>();
    while (sample.size() < SAMPLE && reader.hasNext()) {
      sample.add(reader.next());
    }
    PlotMapping mapping =
        new MappingFinder(kind, table, sample, options, remembered).find(known.name());
    Optional<String> declared = table.geometry().flatMap(GeometryColumn::crs);
    CoordinateFrame frame = CoordinateReferenceSystems.of(options.crs().or(() -> declared));
    long rows = sample.size();
    if (sample.isEmpty()) {
      ofFile(new PlotFileProblem.NoRows(options.layer()));
    } else {
      Optional<PlotFileProblem> notLonLat =
          frame.isLonLat()
              ? new SampleFindings(kind, table, sample).notLonLat(regions)
              : Optional.empty();
      notLonLat.ifPresent(this::ofFile);
      if (notLonLat.isEmpty()) {
        rows = read(reader, sample, mapping, frame);
      }
    }
    reader.notices().forEach(notice -> problems.add(new ReaderProblem.OfFile(notice)));
    findNeighbours();
    PlotEffects effects = effects();
    effects.problems().forEach(this::ofFile);
    IntakeCounts counts = releasePlots.compared(shelf, rows, refusedRows.size());
    if (counts.changed() + counts.gone() > 0 && !options.replace()) {
      ofFile(new PlotFileProblem.ReplaceNeeded(key, counts.changed(), counts.gone()));
    }
    FileFacts facts = facts(known, table, declared, frame, rows);
    List<String> columns = table.columns().stream().map(Column::name).toList();
    return report(facts, mapping, columns, counts, effects.effects());
  }

  private void ofFile(IntakeProblem problem) {
    problems.add(problem);
    fileRefused |= problem.severity() == Severity.REFUSED;
  }

  private long read(
      TableReader reader, List<Row> sample, PlotMapping mapping, CoordinateFrame frame) {
    SampleFindings findings = new SampleFindings(kind, reader.table(), sample);
    SampleFindings.Unit unit = findings.unit(mapping, frame, mapping.isUnitSaid());
    unit.problem().ifPresent(this::ofFile);
    Optional<PlotFileProblem> reniec = findings.reniec(mapping, frame, regions);
    reniec.ifPresent(this::ofFile);
    PlotMapping checked = mapping.checking(unit.unit().isPresent(), reniec.isEmpty());
    DatumCheck datum = new DatumCheck(frame.name());
    RowCheck check =
        new RowCheck(
            kind,
            reader.table(),
            checked,
            unit.unit().orElse(AreaUnit.HA),
            LocalDate.now(),
            new ShapeCheck(kind, regions, frame.name()),
            new RegionCheck(regions, frame.name()));
    long rows =
        new PlotStream(check, frame)
            .forEach(
                joined(sample.iterator(), reader),
                row -> {
                  row.problems().forEach(this::ofRow);
                  row.evidence().ifPresent(datum::add);
                  row.plot().ifPresent(plot -> shelf.add(plot, row.number()));
                });
    if (options.crs().isEmpty()) {
      datum.result().ifPresent(this::ofFile);
    }
    return rows;
  }

  private static Iterator<Row> joined(Iterator<Row> first, Iterator<Row> second) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return first.hasNext() || second.hasNext();
      }

      @Override
      public Row next() {
        return first.hasNext() ? first.next() : second.next();
      }
    };
  }

  private void ofRow(IntakeProblem problem) {
    problems.add(problem);
    refusedRows.add(problem);
  }

  private void findNeighbours() {
    int own = shelf.size();
    List<String> datasets = releasePlots.others();
    int[] ends = releasePlots.addNear(shelf);
    new CompanyCheck(shelf, own, datasets, ends).check(this::ofRow, this::ofFile);
    shelf.truncate(own);
  }

  private PlotEffects effects() {
    return PlotEffects.of(
        kind,
        release.content().catalogue().plotKinds(),
        regions.departments(),
        shelf,
        releasePlots,
        release.plots());
  }

  private FileFacts facts(
      KnownFile known, Table table, Optional<String> declared, CoordinateFrame frame, long rows) {
    FileFacts.Basis basis =
        options.crs().isPresent()
            ? FileFacts.Basis.GIVEN
            : declared.isPresent() ? FileFacts.Basis.FILE : FileFacts.Basis.ASSUMED;
    return new FileFacts(
        known.name(),
        known.sha256(),
        known.bytes(),
        format.id(),
        table.name(),
        options.encoding().map(Object::toString),
        Optional.of(new FileFacts.Crs(frame.name(), basis)),
        rows);
  }

  private PlotIntakeReport report(
      FileFacts facts,
      PlotMapping mapping,
      List<String> columns,
      IntakeCounts counts,
      List<RegionEffect> effects) {
    boolean publishable =
        shelf.accepted() > 0 && !fileRefused && (options.partial() || refusedRows.size() == 0);
    List<Delivery> deliveries =
        publishable
            ? List.of(
                Delivery.ofPlots(dataset(facts, mapping), shelf)
                    .accepting(ProblemLog.accepted(problems.counts())))
            : List.of();
    return new PlotIntakeReport(
        new IntakeKind.Plots(kind.id()),
        facts,
        mapping.columns(),
        columns,
        problems.problems(),
        problems.counts(),
        counts,
        effects,
        key,
        publishable,
        deliveries,
        refusedRows::write);
  }

  /** The id tells two readings of one file apart: with another year or system it is other data. */
  private Dataset dataset(FileFacts facts, PlotMapping mapping) {
    String reading =
        String.join(
            "\n",
            facts.sha256(),
            kind.id(),
            facts.layer(),
            facts.crs().orElseThrow().name(),
            facts.encoding().orElse(""),
            mapping.reading(),
            Integer.toString(shelf.accepted()));
    String hash = FileHash.sha256(reading.getBytes(StandardCharsets.UTF_8));
    return new Dataset(
        Dataset.idOf(key, hash),
        key,
        options.title().orElse(kind.name().es() + ": " + facts.name()),
        options.source().orElse(facts.name()),
        options.licence(),
        facts.name(),
        facts.sha256());
  }
}
