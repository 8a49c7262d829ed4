package org.yunga.geodata.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.text.Bilingual;

/**
 * What became of a file. Every feature is accounted for: {@code features = regions + merged +
 * refused}.
 *
 * @param file name of the file
 * @param regionSet id of the region set it holds
 * @param features how many the file has
 * @param regions how many regions came of them, with or without boundary
 * @param withoutBoundary how many of those regions have none
 * @param merged features that were joined to another of the same code
 * @param refused features that were left out, each with a problem that says why
 * @param problems all that was found, in the order of the file; those of the whole file first
 * @param delivery ready to be published; empty when every feature was refused
 */
public record BoundaryReport(
    String file,
    String regionSet,
    int features,
    int regions,
    int withoutBoundary,
    int merged,
    int refused,
    List<BoundaryProblem> problems,
    Optional<Delivery> delivery) {

  /** Checks that no feature went missing. */
  public BoundaryReport {
    problems = List.copyOf(problems);
    if (features != regions + merged + refused) {
      throw new IllegalStateException(
          "Features are lost: "
              + features
              + " read, but "
              + regions
              + " regions, "
              + merged
              + " merged, "
              + refused
              + " refused");
    }
  }

  /** The problems by their kind ({@link BoundaryProblem#code}), kinds in the order of the list. */
  public Map<String, List<BoundaryProblem>> problemsByKind() {
    return problems.stream()
        .collect(
            Collectors.groupingBy(BoundaryProblem::code, LinkedHashMap::new, Collectors.toList()));
  }

  /** The counts in one sentence. */
  public Bilingual summary() {
    return new Bilingual(
        file
            + ": "
            + features
            + " entidades, "
            + regions
            + " regiones de "
            + regionSet
            + " ("
            + withoutBoundary
            + " sin límite), "
            + merged
            + " unidas a otra, "
            + refused
            + " rechazadas.",
        file
            + ": "
            + features
            + " features, "
            + regions
            + " regions of "
            + regionSet
            + " ("
            + withoutBoundary
            + " without boundary), "
            + merged
            + " joined to another, "
            + refused
            + " refused.");
  }
}
