package org.yunga.geodata.intake;

import java.util.List;
import java.util.Optional;

/**
 * What a column of the file was taken for, or what was said instead of a column.
 *
 * @param role what it means, snake case: {@code year}, {@code hectares}, {@code region_code}
 * @param column its name in the file; empty when one value holds for all rows
 * @param constant that value; empty when a column has it
 * @param samples up to three values, as text
 * @param origin who said so
 */
public record MappedColumn(
    String role,
    Optional<String> column,
    Optional<String> constant,
    List<String> samples,
    Origin origin) {

  /** Copies the list. */
  public MappedColumn {
    samples = List.copyOf(samples);
  }

  /** Who said what a column is. */
  public enum Origin {
    /** Its name and its values suggest it. */
    PROPOSED,

    /** So it was when a file with these columns was published before. */
    REMEMBERED,

    /** The user says so. */
    GIVEN
  }

  /** A column with samples. */
  public static MappedColumn of(String role, String column, List<String> samples, Origin origin) {
    return new MappedColumn(role, Optional.of(column), Optional.empty(), samples, origin);
  }

  /** One value for all rows. */
  public static MappedColumn constant(String role, String value, Origin origin) {
    return new MappedColumn(role, Optional.empty(), Optional.of(value), List.of(), origin);
  }
}
