package org.yunga.geodata.load;

import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.yunga.core.text.Bilingual;

/**
 * A flaw in a file of boundaries: a record of its own kind, with place and remedy. The text is made
 * when the report is written.
 */
public sealed interface BoundaryProblem
    permits BoundaryFileProblem, RegionCodeProblem, RegionGeometryProblem {

  /** Where in the file it is. */
  FeaturePlace where();

  /** What became of it. */
  Outcome outcome();

  /** What was given, what is allowed, what was done. */
  Bilingual message();

  /** What to do. */
  Bilingual remedy();

  /** The column that it is about, where it is about one. */
  default Optional<String> field() {
    return Optional.empty();
  }

  /** What was given, where it can be shown. */
  default Optional<String> value() {
    return Optional.empty();
  }

  /** Where on the map it is, in longitude and latitude. */
  default Optional<Coordinate> place() {
    return Optional.empty();
  }

  /** Message and remedy. */
  default Bilingual explanation() {
    return new Bilingual(
        message().es() + " " + remedy().es(), message().en() + " " + remedy().en());
  }

  /** Stable name of the kind, snake case: {@code geometry_missing}. */
  default String code() {
    return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** What became of a flaw. */
  enum Outcome {
    /** Left as it is; the user should know. */
    TOLD,
    /** Mended while reading. */
    REPAIRED,
    /** The feature, or the file, was left out. */
    REFUSED
  }
}
