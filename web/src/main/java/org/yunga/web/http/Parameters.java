package org.yunga.web.http;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Envelope;
import org.yunga.core.period.Period;
import org.yunga.core.text.Bilingual;

/** The query parameters of a request, each read once, with what it may be. */
public final class Parameters {

  private static final String DECIMAL = "[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,3})?";

  private final Context context;

  private Parameters(Context context) {
    this.context = context;
  }

  /**
   * Takes the parameters of a request and refuses those that the resource does not know: a misspelt
   * one must not silently change the answer.
   *
   * @param known names without {@code f}
   */
  public static Parameters of(Context context, String... known) {
    if (context.queryString() == null) {
      return new Parameters(context);
    }
    refuseUnreadable(context.queryString());
    List<String> allowed = new ArrayList<>(Arrays.asList(known));
    allowed.add(Format.PARAMETER);
    for (var parameter : context.queryParamMap().entrySet()) {
      boolean strayAmpersand = parameter.getKey().isEmpty() && isBlank(parameter.getValue());
      if (!allowed.contains(parameter.getKey()) && !strayAmpersand) {
        throw unknown(parameter.getKey(), allowed);
      }
      if (parameter.getValue().size() > 1 && !strayAmpersand) {
        throw repeated(parameter.getKey(), parameter.getValue());
      }
    }
    return new Parameters(context);
  }

  private static boolean isBlank(List<String> values) {
    return values.stream().allMatch(String::isBlank);
  }

  /** A parameter that cannot be decoded would be left out silently, and change the answer. */
  private static void refuseUnreadable(String query) {
    try {
      URLDecoder.decode(query, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.of(
              400,
              "malformed_query",
              new Bilingual(
                  "La consulta '"
                      + query
                      + "' tiene un % que no va seguido de dos cifras"
                      + " hexadecimales. Escriba %25 para el propio signo.",
                  "The query '"
                      + query
                      + "' has a % that two hexadecimal digits do not follow."
                      + " Write %25 for the sign itself.")));
    }
  }

  /** The text of a parameter, if it was given and is not blank. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isBlank());
  }

  /** The text of a parameter that must be given. */
  public String get(String name, List<String> allowed) {
    return find(name).orElseThrow(() -> missing(name, allowed));
  }

  /** One of some names; it must be given. */
  public String oneOf(String name, List<String> allowed) {
    String text = get(name, allowed);
    if (!allowed.contains(text)) {
      throw notAllowed(name, text, allowed);
    }
    return text;
  }

  /** A decimal number within bounds. */
  public OptionalDouble number(String name, double least, double most) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    // what Java reads beyond this (hexadecimal, 1d, NaN) is a slip
    if (text.get().matches(DECIMAL)) {
      double value = Double.parseDouble(text.get());
      if (value >= least && value <= most) {
        return OptionalDouble.of(value);
      }
    }
    throw notANumber(name, text.get(), plain(least), plain(most));
  }

  /** A whole number within bounds. */
  public int whole(String name, int least, int most, int fallback) {
    OptionalDouble value = number(name, least, most);
    if (value.isPresent() && value.getAsDouble() != Math.rint(value.getAsDouble())) {
      throw notANumber(name, find(name).orElseThrow(), plain(least), plain(most));
    }
    return value.isPresent() ? (int) value.getAsDouble() : fallback;
  }

  /** An angle that must be given, as far as {@code most} to either side of 0. */
  public double degrees(String name, double most) {
    get(name, List.of());
    return number(name, -most, most).orElseThrow();
  }

  /** A rectangle in degrees, as west, south, east, north; it must be given and enclose ground. */
  public Envelope box(String name) {
    String text = get(name, List.of("-77,-7,-76,-6"));
    String[] parts = text.split(",", -1);
    double[] sides = new double[4];
    for (int i = 0; i < 4; i++) {
      boolean number = parts.length == 4 && parts[i].trim().matches(DECIMAL);
      sides[i] = number ? Double.parseDouble(parts[i].trim()) : Double.NaN;
    }
    boolean world = sides[0] >= -180 && sides[2] <= 180 && sides[1] >= -90 && sides[3] <= 90;
    if (!(world && sides[0] < sides[2] && sides[1] < sides[3])) {
      throw notABox(name, text);
    }
    return new Envelope(sides[0], sides[2], sides[1], sides[3]);
  }

  private static ProblemException notABox(String name, String given) {
    return new ProblemException(
        Problem.parameter(
            "invalid_" + name,
            new Bilingual(
                "'"
                    + given
                    + "' no vale para '"
                    + name
                    + "'. Escriba oeste,sur,este,norte en grados, con oeste menor que este y sur"
                    + " menor que norte, por ejemplo -77,-7,-76,-6. Un rectángulo que cruza el"
                    + " meridiano 180 se pide en dos partes.",
                "'"
                    + given
                    + "' is not a value of '"
                    + name
                    + "'. Write west,south,east,north in degrees, west less than east and south"
                    + " less than north, such as -77,-7,-76,-6. A rectangle across the 180th"
                    + " meridian is asked for in two parts."),
            name,
            given,
            List.of()));
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** A period in ISO 8601. */
  public Optional<Period> period(String name) {
    return find(name)
        .map(
            text -> {
              try {
                return Period.parse(text);
              } catch (IllegalArgumentException e) {
                throw notAPeriod(name, text);
              }
            });
  }

  /** A day, {@code 2024-06-30}, or the last day of a period in ISO 8601. */
  public Optional<LocalDate> day(String name) {
    return find(name)
        .map(
            text -> {
              try {
                return text.length() == "2024-06-30".length()
                    ? LocalDate.parse(text)
                    : Period.parse(text).lastDay();
              } catch (DateTimeException | IllegalArgumentException e) {
                throw notAPeriod(name, text);
              }
            });
  }

  /** One of the constants of an enum, in lower case. */
  public <E extends Enum<E>> E constant(String name, Class<E> type, E fallback) {
    List<String> allowed =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    return find(name)
        .map(
            text -> {
              int index = allowed.indexOf(text);
              if (index < 0) {
                throw notAllowed(name, text, allowed);
              }
              return type.getEnumConstants()[index];
            })
        .orElse(fallback);
  }

  private static ProblemException unknown(String name, List<String> allowed) {
    String names = String.join(", ", allowed);
    return new ProblemException(
        Problem.parameter(
            "unknown_parameter",
            new Bilingual(
                "El parámetro '" + name + "' no existe aquí. Se admiten: " + names + ".",
                "There is no parameter '" + name + "' here. Allowed are: " + names + "."),
            name,
            null,
            allowed));
  }

  private static ProblemException repeated(String name, List<String> values) {
    String given = String.join(", ", values);
    return new ProblemException(
        Problem.parameter(
            "repeated_parameter",
            new Bilingual(
                "El parámetro '" + name + "' vino varias veces (" + given + "). Indíquelo una vez.",
                "The parameter '" + name + "' came several times (" + given + "). Give it once."),
            name,
            given,
            List.of()));
  }

  private static ProblemException missing(String name, List<String> allowed) {
    return new ProblemException(
        Problem.parameter(
            "missing_parameter",
            new Bilingual(
                "Falta el parámetro '" + name + "'. Agregue " + name + "=" + example(allowed) + ".",
                "The parameter '"
                    + name
                    + "' is missing. Add "
                    + name
                    + "="
                    + example(allowed)
                    + "."),
            name,
            null,
            allowed));
  }

  private static String example(List<String> allowed) {
    return allowed.isEmpty() ? "..." : allowed.get(0);
  }

  private static ProblemException notAPeriod(String name, String given) {
    String forms = "2024, 2024-Q1, 2024-03, 2012/2014, 2015-01-01/2015-11-02";
    return new ProblemException(
        Problem.parameter(
            "invalid_period",
            new Bilingual(
                "'" + given + "' no es un período. Escríbalo en ISO 8601, por ejemplo: " + forms,
                "'" + given + "' is not a period. Write it in ISO 8601, for example: " + forms),
            name,
            given,
            List.of()));
  }

  private static ProblemException notANumber(String name, String given, String least, String most) {
    return new ProblemException(
        Problem.parameter(
            "invalid_number",
            new Bilingual(
                "'"
                    + given
                    + "' no vale para '"
                    + name
                    + "'. Escriba un número de "
                    + least
                    + " a "
                    + most
                    + ", con punto decimal.",
                "'"
                    + given
                    + "' is not a value of '"
                    + name
                    + "'. Write a number from "
                    + least
                    + " to "
                    + most
                    + ", with a decimal point."),
            name,
            given,
            List.of(least, most)));
  }

  private static ProblemException notAllowed(String name, String given, List<String> allowed) {
    String names = String.join(", ", allowed);
    return new ProblemException(
        Problem.parameter(
            "invalid_parameter",
            new Bilingual(
                "'" + given + "' no vale para '" + name + "'. Se admite: " + names + ".",
                "'" + given + "' is not a value of '" + name + "'. Allowed are: " + names + "."),
            name,
            given,
            allowed));
  }
}
