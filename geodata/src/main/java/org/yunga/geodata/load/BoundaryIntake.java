package org.yunga.geodata.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.geodata.crs.CoordinateReferenceSystems;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.intake.FileFacts;
import org.yunga.geodata.intake.Inspector;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.KnownFile;
import org.yunga.geodata.intake.KnownRelease;
import org.yunga.geodata.intake.MappedColumn;
import org.yunga.geodata.intake.ProblemLog;
import org.yunga.geodata.intake.RefusedRows;
import org.yunga.geodata.intake.RememberedMapping;
import org.yunga.geodata.intake.Severity;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.TableReader;

/** Inspects files of boundaries, and lists of zones. */
public final class BoundaryIntake implements Inspector {

  private static final int SAMPLES = 3;

  @Override
  public BoundaryIntakeReport inspect(
      Path file, IntakeKind kind, IntakeOptions options, KnownRelease release) {
    ReleaseContent content = release.content();
    String regionSet = ((IntakeKind.Boundaries) kind).regionSet();
    BoundaryRoles.ALL.check(options);
    List<String> columns = columns(file, options.readOptions());
    RememberedMapping remembered = release.remembered().recall(kind, columns);
    BoundaryOptions asked = options(options, regionSet, remembered);
    BoundaryLoader.Checked checked =
        new BoundaryLoader(content.catalogue(), content.regions()).check(file, asked);
    BoundaryReport report = checked.report();
    BoundaryEdition edition =
        BoundaryEdition.of(regionSet, checked.regions().regions(), Snapshot.of(content));
    ProblemLog problems = new ProblemLog(Integer.MAX_VALUE);
    report.problems().forEach(problems::add);
    boolean drops = !edition.gone().isEmpty() && report.delivery().isPresent();
    if (drops) {
      problems.add(edition.regionsGone(report.file(), options.replace()));
    }
    boolean refused =
        problems.counts().stream().anyMatch(count -> count.severity() == Severity.REFUSED);
    boolean allowed = (options.partial() || !refused) && (options.replace() || !drops);
    List<Delivery> deliveries =
        allowed ? report.delivery().map(List::of).orElse(List.of()) : List.of();
    RefusedRows refusedRows = new RefusedRows(file, options.readOptions());
    problems.problems().forEach(refusedRows::add);
    return new BoundaryIntakeReport(
        kind,
        facts(file, checked.table(), asked),
        mapping(checked, options, remembered),
        columns,
        problems.problems(),
        problems.counts(),
        edition.counts(report),
        edition.effects(),
        "boundaries/" + regionSet,
        !deliveries.isEmpty(),
        deliveries,
        refusedRows::write);
  }

  /**
   * Which region set a file with geometry holds, by its columns and codes.
   *
   * @throws org.yunga.core.text.ExplainedException when the file cannot be read, or does not say it
   */
  public static IntakeKind kindOf(Path file, IntakeOptions options) {
    BoundaryTable table = BoundaryTable.read(file, options.readOptions());
    BoundaryOptions said = options(options, null, RememberedMapping.NONE);
    if (table.table().geometry().isEmpty()) {
      throw MembershipLayout.recognise(table, said).isPresent()
          ? LoadExceptions.regionSetUnclear(table.file())
          : LoadExceptions.noGeometry(table.file());
    }
    return new IntakeKind.Boundaries(BoundaryLayout.recognise(table, said).regionSet());
  }

  private static List<String> columns(Path file, ReadOptions options) {
    try (TableReader reader = Formats.of(file).read(file, options)) {
      return reader.table().columns().stream().map(Column::name).toList();
    }
  }

  private static BoundaryOptions options(
      IntakeOptions options, String regionSet, RememberedMapping remembered) {
    Map<String, String> columns = new HashMap<>();
    for (String role : BoundaryRoles.ALL.columns()) {
      options
          .column(role)
          .or(() -> remembered.column(role))
          .filter(column -> !column.isBlank())
          .ifPresent(column -> columns.put(role, column));
    }
    return new BoundaryOptions(
        Optional.ofNullable(regionSet),
        columns,
        options.crs(),
        options.readOptions(),
        options.title(),
        options.source(),
        licence(options),
        newSet(options));
  }

  private static Optional<String> licence(IntakeOptions options) {
    return Optional.of(options.licence())
        .filter(licence -> !licence.equals(IntakeOptions.UNKNOWN_LICENCE));
  }

  private static Optional<NewRegionSet> newSet(IntakeOptions options) {
    return options
        .constant(BoundaryRoles.SET_NAME)
        .map(
            name ->
                new NewRegionSet(
                    name,
                    options.constant(BoundaryRoles.SET_NAME_EN),
                    options.constant(BoundaryRoles.SET_ONE),
                    options.constant(BoundaryRoles.SET_ONE_EN),
                    options.constant(BoundaryRoles.SET_DEFINITION),
                    options.constant(BoundaryRoles.SET_DEFINITION_EN),
                    options.constant(BoundaryRoles.SET_PARENT),
                    options.source(),
                    licence(options)));
  }

  private static FileFacts facts(Path file, BoundaryTable table, BoundaryOptions options) {
    KnownFile known = KnownFile.of(file.toAbsolutePath());
    Optional<GeometryColumn> geometry = table.table().geometry();
    return new FileFacts(
        known.name(),
        known.sha256(),
        known.bytes(),
        Formats.of(file).id(),
        table.table().name(),
        options.reading().encoding().map(Object::toString),
        geometry.map(column -> crs(column, options)),
        table.rows().size());
  }

  private static FileFacts.Crs crs(GeometryColumn column, BoundaryOptions options) {
    Optional<String> name = options.crs().or(column::crs);
    FileFacts.Basis said = options.crs().isPresent() ? FileFacts.Basis.GIVEN : FileFacts.Basis.FILE;
    return new FileFacts.Crs(
        CoordinateReferenceSystems.of(name).name(),
        name.isPresent() ? said : FileFacts.Basis.ASSUMED);
  }

  private static List<MappedColumn> mapping(
      BoundaryLoader.Checked checked, IntakeOptions options, RememberedMapping remembered) {
    List<MappedColumn> columns = new ArrayList<>();
    BoundaryTable table = checked.table();
    checked
        .regions()
        .columns()
        .forEach(
            (role, column) ->
                columns.add(
                    MappedColumn.of(
                        role,
                        column,
                        table.rows().stream()
                            .flatMap(row -> table.text(row, column).stream())
                            .distinct()
                            .limit(SAMPLES)
                            .toList(),
                        origin(role, options, remembered))));
    BoundaryRoles.ALL.constants().stream()
        .filter(role -> options.constants().containsKey(role))
        .map(
            role ->
                MappedColumn.constant(
                    role, options.constants().get(role), MappedColumn.Origin.GIVEN))
        .forEach(columns::add);
    return columns;
  }

  private static MappedColumn.Origin origin(
      String role, IntakeOptions options, RememberedMapping remembered) {
    if (options.mapping().containsKey(role)) {
      return MappedColumn.Origin.GIVEN;
    }
    return remembered.columns().containsKey(role)
        ? MappedColumn.Origin.REMEMBERED
        : MappedColumn.Origin.PROPOSED;
  }
}
