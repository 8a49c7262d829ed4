package org.yunga.web.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnknownNameException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns whatever ends a command into words and an exit code; never a stack trace for the user. */
public final class Failures implements IExecutionExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  /** Something the user can mend. */
  static final int MENDABLE = 1;

  /** A mistake of the program. */
  static final int INTERNAL = 70;

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof ExplainedException explained) {
      Console.complain(explained.explanation());
      LOG.debug("{}", explained.code(), e);
      return MENDABLE;
    }
    if (e instanceof UnknownNameException unknown) {
      Console.complain(unknown.fullExplanation());
      return MENDABLE;
    }
    LOG.error("{} failed", command.getCommandName(), e);
    Console.complain(
        new Bilingual(
            "Error propio de Yunga: " + e + ". Avise con el texto de arriba.",
            "An error of Yunga's own: " + e + ". Please report it with the text above."));
    return INTERNAL;
  }
}
