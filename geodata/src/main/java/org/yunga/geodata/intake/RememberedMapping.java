package org.yunga.geodata.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was said of files with the same columns when one was published before.
 *
 * @param columns by role; a role may have several, in order
 * @param constants values for all rows by role; not those that differ from delivery to delivery
 */
public record RememberedMapping(Map<String, List<String>> columns, Map<String, String> constants) {

  /** Nothing. */
  public static final RememberedMapping NONE = new RememberedMapping(Map.of(), Map.of());

  /** Copies the maps. */
  public RememberedMapping {
    columns = Map.copyOf(columns);
    constants = Map.copyOf(constants);
  }

  /** The first column of a role. */
  public Optional<String> column(String role) {
    return columns.getOrDefault(role, List.of()).stream().findFirst();
  }

  /** The value of a role. */
  public Optional<String> constant(String role) {
    return Optional.ofNullable(constants.get(role));
  }
}
