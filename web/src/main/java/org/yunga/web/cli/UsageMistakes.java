package org.yunga.web.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.yunga.core.text.Bilingual;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in both languages what is wrong with an order that cannot be read, and where help is. */
public final class UsageMistakes implements IParameterExceptionHandler {

  private static final int MOST_SUGGESTIONS = 3;

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    String help = command.getCommandSpec().qualifiedName() + " --help";
    Bilingual mistake = mistake(e);
    Console.complain(
        new Bilingual(
            mistake.es() + " Vea scripts/" + help + ".",
            mistake.en() + " See scripts/" + help + "."));
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static Bilingual mistake(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      String list =
          missing.getMissing().stream().map(UsageMistakes::name).collect(Collectors.joining(", "));
      return new Bilingual("Falta " + list + ".", list + " is missing.");
    }
    if (e.getArgSpec() != null && e.getValue() != null) {
      String name = name(e.getArgSpec());
      Bilingual type = type(e.getArgSpec().type());
      return new Bilingual(
          "'" + e.getValue() + "' no vale para " + name + ": se espera " + type.es() + ".",
          "'" + e.getValue() + "' will not do for " + name + ": expected is " + type.en() + ".");
    }
    return new Bilingual(
        "No se entiende la orden (" + e.getMessage() + ").",
        "The order is not understood (" + e.getMessage() + ").");
  }

  private static Bilingual unmatched(UnmatchedArgumentException e) {
    String given = String.join(" ", e.getUnmatched());
    List<String> suggestions = e.getSuggestions();
    String near = suggestions.stream().limit(MOST_SUGGESTIONS).collect(Collectors.joining(", "));
    return new Bilingual(
        "No se conoce '" + given + "'." + (near.isEmpty() ? "" : " ¿Quiso decir " + near + "?"),
        "'" + given + "' is not known." + (near.isEmpty() ? "" : " Did you mean " + near + "?"));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static Bilingual type(Class<?> type) {
    boolean number = type.isPrimitive() || Number.class.isAssignableFrom(type);
    return number
        ? new Bilingual("un número", "a number")
        : new Bilingual("otro valor", "another value");
  }
}
