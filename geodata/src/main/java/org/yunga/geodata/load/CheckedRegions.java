package org.yunga.geodata.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.geodata.crs.CoordinateFrame;
import org.yunga.geodata.crs.CoordinateReferenceSystems;
import org.yunga.geodata.intake.Severity;
import org.yunga.geodata.table.GeometryColumn;

/**
 * What the rows of a file gave.
 *
 * @param regionSet id of their set
 * @param regions one for each code
 * @param withoutBoundary how many have none
 * @param refused rows that were left out
 * @param problems all that was found, those of the whole file first
 * @param columns role of each column that was used, by role
 */
record CheckedRegions(
    String regionSet,
    List<Region> regions,
    int withoutBoundary,
    int refused,
    List<BoundaryProblem> problems,
    Map<String, String> columns) {

  /** Of a file with geometry. */
  static CheckedRegions drawn(
      BoundaryTable table, BoundaryLayout layout, BoundaryOptions options, KnownRegions known) {
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
    List<BoundaryProblem> beside = CoverageCheck.of(table.file(), layout.regionSet(), regions);
    problems.addAll(beside);
    if (beside.stream().anyMatch(problem -> problem.severity() == Severity.REFUSED)) {
      return new CheckedRegions(
          layout.regionSet(), List.of(), 0, table.rows().size(), problems, layout.columns());
    }
    return new CheckedRegions(
        layout.regionSet(),
        regions,
        (int) regions.stream().filter(CheckedRegions::hasNoBoundary).count(),
        table.rows().size() - checked.size() + assembly.refused(),
        problems,
        layout.columns());
  }

  /** Of a list of members. */
  static CheckedRegions listed(
      BoundaryTable table, MembershipLayout layout, String regionSet, KnownRegions known) {
    MembershipCheck check = new MembershipCheck(table, layout, regionSet, known);
    List<Region> zones = check.zones();
    List<BoundaryProblem> problems = new ArrayList<>();
    FeaturePlace place = FeaturePlace.wholeFile(table.file());
    table
        .notices()
        .forEach(notice -> problems.add(new BoundaryFileProblem.FileNotice(place, notice)));
    problems.addAll(check.problems());
    int without =
        (int)
            zones.stream()
                .filter(
                    zone ->
                        zone.currentMembers().stream()
                            .flatMap(member -> member.ref().stream())
                            .noneMatch(ref -> known.hectares(ref).isPresent()))
                .count();
    return new CheckedRegions(
        regionSet, zones, without, check.refused(), problems, layout.columns());
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

  /** Accounts for every row. */
  BoundaryReport report(BoundaryTable table, Optional<Delivery> delivery) {
    int rows = table.rows().size();
    return new BoundaryReport(
        table.file(),
        regionSet,
        rows,
        regions.size(),
        withoutBoundary,
        rows - regions.size() - refused,
        refused,
        problems,
        delivery);
  }
}
