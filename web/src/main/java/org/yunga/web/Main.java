package org.yunga.web;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.yunga.web.cli.Failures;
import org.yunga.web.cli.UsageMistakes;
import org.yunga.web.cli.YungaCommand;
import picocli.CommandLine;

/** Where the program starts. */
public final class Main {

  private Main() {}

  /** Runs a command and ends with its exit code. */
  public static void main(String[] arguments) {
    LogManager.getLogManager().reset();
    SLF4JBridgeHandler.install();
    System.exit(run(arguments));
  }

  /** Runs a command: 0 well, 1 something the user can mend, 2 wrong usage, 70 our mistake. */
  static int run(String... arguments) {
    return new CommandLine(new YungaCommand())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler(new Failures())
        .setParameterExceptionHandler(new UsageMistakes())
        .execute(arguments);
  }
}
