package org.yunga.geodata.bulk;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of bulk jobs; {@code spark-submit} starts it too. */
@Command(
    name = "yunga bulk",
    description = {
      "Trabajos sobre archivos de parcelas más grandes que la memoria de una máquina.",
      "Jobs on archives of plots larger than one machine's memory."
    },
    mixinStandardHelpOptions = true,
    subcommands = TotalsCommand.class)
public final class BulkMain {

  /** Something the user can mend. */
  private static final int MENDABLE = 1;

  /** A mistake of the program. */
  private static final int INTERNAL = 70;

  private BulkMain() {}

  /** Runs a job and ends with 0, or with what went wrong: 1 mendable, 2 usage, 70 our own fault. */
  public static void main(String[] arguments) {
    int code = run(arguments);
    if (code != 0) {
      System.exit(code); // also on a cluster: a job that failed must not count as done
    }
  }

  static int run(String... arguments) {
    return new CommandLine(new BulkMain())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, command, parsed) -> explain(e))
        .execute(arguments);
  }

  private static int explain(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ExplainedException explained) {
        write(System.err, explained.explanation());
        return MENDABLE;
      }
    }
    e.printStackTrace(System.err);
    write(
        System.err,
        new Bilingual(
            "El trabajo falló y no dejó nada: " + e.getMessage(),
            "The job failed and left nothing: " + e.getMessage()));
    return INTERNAL;
  }

  static void say(Bilingual text) {
    write(System.out, text);
  }

  private static void write(PrintStream stream, Bilingual text) {
    String language =
        Stream.of("YUNGA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
            .map(System.getenv()::get)
            .filter(value -> value != null && !value.isBlank())
            .findFirst()
            .orElse("es");
    new PrintStream(stream, true, StandardCharsets.UTF_8)
        .println(text.in(language.toLowerCase(Locale.ROOT).startsWith("en") ? "en" : "es"));
  }
}
