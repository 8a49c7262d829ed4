package org.yunga.web;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** How a command ended, and what it said. */
record Outcome(int exitCode, String out, String err) {

  /** Runs a command in this process. */
  static Outcome run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream toldOut = new ByteArrayOutputStream();
    ByteArrayOutputStream toldErr = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(toldOut, true));
      System.setErr(new PrintStream(toldErr, true));
      int exitCode = Main.run(arguments);
      return new Outcome(
          exitCode,
          toldOut.toString(StandardCharsets.UTF_8),
          toldErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
