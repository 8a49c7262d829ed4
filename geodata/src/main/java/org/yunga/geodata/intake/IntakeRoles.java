package org.yunga.geodata.intake;

import java.util.List;
import org.yunga.core.text.UnknownNameException;

/**
 * What can be said of files of one kind.
 *
 * @param columns roles that columns can have
 * @param constants roles for which one value can hold for all rows
 */
public record IntakeRoles(List<String> columns, List<String> constants) {

  /** Copies the lists. */
  public IntakeRoles {
    columns = List.copyOf(columns);
    constants = List.copyOf(constants);
  }

  /**
   * Refuses what there is not.
   *
   * @throws UnknownNameException when the options name another role
   */
  public void check(IntakeOptions options) {
    options.mapping().keySet().forEach(role -> check(role, columns));
    options.constants().keySet().forEach(role -> check(role, constants));
  }

  private static void check(String role, List<String> allowed) {
    if (!allowed.contains(role)) {
      throw new UnknownNameException("role", role, allowed);
    }
  }
}
