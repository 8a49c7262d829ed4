package org.yunga.web.cli;

import org.yunga.core.audit.Actor;
import picocli.CommandLine.Option;

/** The option {@code --by}: who does it, for the audit. */
final class Doer {

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = {
        "Quién lo hace; queda en la auditoría, que todos pueden leer. Por omisión, el usuario del"
            + " sistema",
        "Who does it; stands in the audit, which everybody can read. By default your user name"
      })
  private String by = System.getProperty("user.name");

  Actor actor() {
    return new Actor(by);
  }
}
