package org.yunga.web.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Commands that end by themselves. */
final class Commands {

  private Commands() {}

  /**
   * Runs one and gives what it said.
   *
   * @throws IllegalStateException with what it said when it failed
   */
  static String run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + "\n" + output);
    }
    return output;
  }
}
