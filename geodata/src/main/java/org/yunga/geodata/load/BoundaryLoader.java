package org.yunga.geodata.load;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.geodata.crs.CoordinateFrame;
import org.yunga.geodata.crs.CoordinateReferenceSystems;
import org.yunga.geodata.read.FileHash;
import org.yunga.geodata.table.GeometryColumn;

/**
 * Reads a file of boundaries in any format, recognises which region set it holds, checks and
 * repairs it. Publishes nothing: that is the caller's, with the delivery of the report.
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
   *     or does not say what it holds
   * @throws BoundariesRefusedException when not one feature can be used
   * @throws org.yunga.core.text.UnknownNameException when the options name an unknown region set
   */
  public BoundaryReport load(Path file, BoundaryOptions options) {
    options.regionSet().ifPresent(catalogue::regionSet);
    BoundaryTable table = BoundaryTable.read(file, options.reading());
    if (table.table().geometry().isEmpty()) {
      throw LoadExceptions.noGeometry(table.file());
    }
    BoundaryLayout layout = BoundaryLayout.recognise(table, options);
    catalogue.regionSet(layout.regionSet());
    BoundaryReport report = check(table, dataset(file, layout, options), layout, options);
    if (report.delivery().isEmpty()) {
      throw new BoundariesRefusedException(report);
    }
    return report;
  }

  private BoundaryReport check(
      BoundaryTable table, Dataset dataset, BoundaryLayout layout, BoundaryOptions options) {
    Optional<String> crs =
        options.crs().or(() -> table.table().geometry().flatMap(GeometryColumn::crs));
    CoordinateFrame frame = CoordinateReferenceSystems.of(crs);
    FeatureCheck check = new FeatureCheck(table, layout, frame, known);
    List<CheckedFeature> checked =
        table.rows().stream().flatMap(row -> check.check(row).stream()).toList();
    RegionAssembly assembly = new RegionAssembly(layout.regionSet());
    List<Region> regions = assembly.regions(checked);
    List<BoundaryProblem> problems = new ArrayList<>(frameProblems(table.file(), frame, crs));
    problems.addAll(check.problemsOfTheFile());
    problems.addAll(check.problems());
    problems.addAll(assembly.problems());
    return new BoundaryReport(
        table.file(),
        layout.regionSet(),
        table.rows().size(),
        regions.size(),
        (int) regions.stream().filter(BoundaryLoader::hasNoBoundary).count(),
        checked.size() - regions.size(),
        table.rows().size() - checked.size(),
        problems,
        regions.isEmpty()
            ? Optional.empty()
            : Optional.of(Delivery.ofRegions(dataset, regions).accepting(counted(problems))));
  }

  private static List<AcceptedProblem> counted(List<BoundaryProblem> problems) {
    Map<String, Long> counts = new TreeMap<>();
    problems.forEach(problem -> counts.merge(problem.code(), 1L, Long::sum));
    return counts.entrySet().stream()
        .map(entry -> new AcceptedProblem(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static List<BoundaryProblem> frameProblems(
      String file, CoordinateFrame frame, Optional<String> crs) {
    FeaturePlace place = FeaturePlace.wholeFile(file);
    if (crs.isEmpty()) {
      return List.of(new BoundaryFileProblem.CrsMissing(place));
    }
    if (frame.replaced().isPresent()) {
      String given = frame.replaced().get();
      return List.of(new BoundaryFileProblem.CrsReplaced(place, given, frame.name()));
    }
    return frame.isLonLat()
        ? List.of()
        : List.of(new BoundaryFileProblem.CrsTransformed(place, crs.get(), frame.name()));
  }

  private static boolean hasNoBoundary(Region region) {
    return !(region.place() instanceof Place.Boundary);
  }

  private Dataset dataset(Path file, BoundaryLayout layout, BoundaryOptions options) {
    String sha256 = sha256(file);
    Optional<KnownBoundaryFile> published = KnownBoundaryFile.bySha256(sha256);
    String fileName = file.getFileName().toString();
    return Dataset.of(
        "boundaries/" + layout.regionSet(),
        options.title().or(() -> published.map(KnownBoundaryFile::title)).orElse(fileName),
        options.source().or(() -> published.map(f -> KnownBoundaryFile.SOURCE)).orElse(fileName),
        options
            .licence()
            .or(() -> published.map(f -> KnownBoundaryFile.LICENCE))
            .orElse("Licencia desconocida"),
        fileName,
        sha256);
  }

  private static String sha256(Path file) {
    try {
      return FileHash.sha256(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
