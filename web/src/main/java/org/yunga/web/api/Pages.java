package org.yunga.web.api;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.text.Bilingual;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;
import org.yunga.web.http.Rendered;
import org.yunga.web.http.Responder;

/** Lists that come in pages, newest first, each saying where the next one is. */
final class Pages {

  static final String LIMIT = "limit";
  static final String BEFORE = "before";

  private static final int DEFAULT_LIMIT = 100;
  private static final int MOST = 1000;

  private Pages() {}

  /** How many rows are wanted. */
  static int limit(Parameters parameters) {
    return (int) number(parameters, LIMIT, DEFAULT_LIMIT, MOST);
  }

  /** The number that all rows of the page are less than. */
  static long before(Parameters parameters) {
    return number(parameters, BEFORE, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  private static long number(Parameters parameters, String name, long fallback, long most) {
    Optional<String> given = parameters.find(name);
    if (given.isEmpty()) {
      return fallback;
    }
    if (given.get().matches("[0-9]{1,18}")) {
      long number = Long.parseLong(given.get());
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    String allowed = most == Long.MAX_VALUE ? "1..." : "1-" + most;
    throw new ProblemException(
        Problem.parameter(
            "invalid_parameter",
            new Bilingual(
                "'"
                    + given.get()
                    + "' no vale para '"
                    + name
                    + "'. Se admite un entero: "
                    + allowed,
                "'" + given.get() + "' is not a value of '" + name + "'. Allowed: " + allowed),
            name,
            given.get(),
            List.of(allowed)));
  }

  /** The address of the next page; null when this one is the last. */
  static String next(Context context, int limit, int rows, String lastKey) {
    if (rows < limit) {
      return null;
    }
    String format = context.queryParam(Format.PARAMETER);
    String next =
        context.path()
            + "?"
            + BEFORE
            + "="
            + encoded(lastKey)
            + "&"
            + LIMIT
            + "="
            + limit
            + (format == null ? "" : "&" + Format.PARAMETER + "=" + encoded(format));
    context.header("Link", "<" + next + ">; rel=\"next\"");
    return next;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Sends a page; CSV has a header also when there is no row. */
  static void send(
      Context context,
      Format format,
      String name,
      List<String> columns,
      List<Map<String, Object>> rows,
      String next) {
    Answers.fileName(context, "yunga-" + name, format);
    Rendered body =
        format == Format.JSON
            ? Answers.json(Answers.object(name, rows, "next", next))
            : Answers.csv(format, columns, rows);
    Responder.send(context, body, Responder.REVALIDATE);
  }
}
