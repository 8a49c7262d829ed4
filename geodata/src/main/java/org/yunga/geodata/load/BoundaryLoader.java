package org.yunga.geodata.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.AcceptedProblem;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.geodata.intake.KnownFile;

/**
 * Reads a file of boundaries in any format, or a list that says of which districts zones are made;
 * recognises which region set it holds, checks and repairs it. Publishes nothing: that is the
 * caller's, with the delivery of the report.
 *
 * <p>The key of the dataset is {@code boundaries/<region set>}: loading again replaces what was
 * loaded before. An object may load several files, one after another.
 */
public final class BoundaryLoader {

  private final Catalogue catalogue;
  private final KnownRegions known;

  /**
   * @param catalogue of the release; names the region sets that there are
   * @param known regions of the release; their names confirm codes
   */
  public BoundaryLoader(Catalogue catalogue, Collection<Region> known) {
    this.catalogue = catalogue;
    this.known = new KnownRegions(known);
  }

  /**
   * Checks a file.
   *
   * @throws org.yunga.core.text.ExplainedException when the file cannot be read, has no features,
   *     or does not say what it holds, or holds an unknown region set that the options do not name
   * @throws BoundariesRefusedException when not one feature can be used
   */
  public BoundaryReport load(Path file, BoundaryOptions options) {
    BoundaryReport report = check(file, options).report();
    if (report.delivery().isEmpty()) {
      throw new BoundariesRefusedException(report);
    }
    return report;
  }

  /** What became of a file, with the file itself. */
  record Checked(BoundaryTable table, CheckedRegions regions, BoundaryReport report) {}

  /** The same, but a file without any good feature gives a report without delivery. */
  Checked check(Path file, BoundaryOptions options) {
    options.regionSet().ifPresent(id -> regionSet(id, options));
    BoundaryTable table = BoundaryTable.read(file, options.reading());
    CheckedRegions checked =
        table.table().geometry().isPresent() ? drawn(table, options) : listed(table, options);
    Dataset dataset = dataset(file, checked.regionSet(), options);
    BoundaryReport report = checked.report(table, delivery(dataset, checked, options));
    return new Checked(table, checked, report);
  }

  private CheckedRegions drawn(BoundaryTable table, BoundaryOptions options) {
    BoundaryLayout layout = BoundaryLayout.recognise(table, options);
    regionSet(layout.regionSet(), options);
    return CheckedRegions.drawn(table, layout, options, known);
  }

  private CheckedRegions listed(BoundaryTable table, BoundaryOptions options) {
    MembershipLayout layout =
        MembershipLayout.recognise(table, options)
            .orElseThrow(() -> LoadExceptions.noGeometry(table.file()));
    String regionSet =
        options.regionSet().orElseThrow(() -> LoadExceptions.regionSetUnclear(table.file()));
    return CheckedRegions.listed(table, layout, regionSet, known);
  }

  /** A set as the user describes it, else as it is known. */
  private RegionSet regionSet(String id, BoundaryOptions options) {
    List<RegionSet> sets = catalogue.regionSets();
    List<String> ids = sets.stream().map(RegionSet::id).toList();
    Optional<RegionSet> described = options.newSet().map(words -> words.regionSet(id, ids));
    return described
        .or(() -> sets.stream().filter(set -> set.id().equals(id)).findFirst())
        .orElseThrow(() -> LoadExceptions.regionSetNew(id, ids));
  }

  private Optional<Delivery> delivery(
      Dataset dataset, CheckedRegions checked, BoundaryOptions options) {
    if (checked.regions().isEmpty()) {
      return Optional.empty();
    }
    // political sets come with the program; any other set comes along, so that it is never missing
    Delivery delivery =
        UbigeoSet.byId(checked.regionSet()).isPresent()
            ? Delivery.ofRegions(dataset, checked.regions())
            : Delivery.ofRegions(
                dataset, regionSet(checked.regionSet(), options), checked.regions());
    return Optional.of(delivery.accepting(counted(checked.problems())));
  }

  private static List<AcceptedProblem> counted(List<BoundaryProblem> problems) {
    Map<String, Long> counts = new TreeMap<>();
    problems.forEach(problem -> counts.merge(problem.code(), 1L, Long::sum));
    List<AcceptedProblem> accepted = new ArrayList<>();
    counts.forEach((code, count) -> accepted.add(new AcceptedProblem(code, count)));
    return accepted;
  }

  private static Dataset dataset(Path path, String regionSet, BoundaryOptions options) {
    KnownFile file = KnownFile.of(path.toAbsolutePath());
    Optional<KnownBoundaryFile> published = KnownBoundaryFile.bySha256(file.sha256());
    return Dataset.of(
        Dataset.BOUNDARIES + regionSet,
        options.title().or(() -> published.map(KnownBoundaryFile::title)).orElse(file.name()),
        options.source().or(() -> published.map(f -> KnownBoundaryFile.SOURCE)).orElse(file.name()),
        options
            .licence()
            .or(() -> published.map(f -> KnownBoundaryFile.LICENCE))
            .orElse("Licencia desconocida"),
        file.name(),
        file.sha256());
  }
}
