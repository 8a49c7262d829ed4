package org.yunga.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnavailableException;
import org.yunga.core.text.UnknownNameException;
import org.yunga.core.work.BusyException;
import org.yunga.core.work.TooMuchWorkException;

/**
 * Turns everything that goes wrong into problem details (RFC 9457), in one place: the text is for
 * the reader, the cause for the log. Never a stack trace.
 */
public final class Problems {

  static final String MEDIA_TYPE = "application/problem+json";

  /** What is being made is mostly there by then. */
  private static final String RETRY_AFTER_SECONDS = "3";

  /** When a large question, or one to a store that was away, may be asked again. */
  private static final String RETRY_SECONDS = "5";

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SecureRandom RANDOM = new SecureRandom();

  private Problems() {}

  /** Registers the handlers. */
  public static void install(RoutesConfig routes) {
    routes.exception(
        ProblemException.class,
        (e, context) -> {
          if (e.retrySeconds() > 0) {
            context.header("Retry-After", Integer.toString(e.retrySeconds()));
          }
          send(context, e.problem());
        });
    routes.exception(
        UnknownNameException.class, (e, context) -> send(context, unknownName(e, context)));
    routes.exception(
        TooMuchWorkException.class,
        (e, context) -> send(context, Problem.of(422, e.code(), e.explanation())));
    routes.exception(BusyException.class, Problems::busy);
    routes.exception(
        UnavailableException.class,
        (e, context) -> {
          context.header("Retry-After", RETRY_SECONDS);
          send(context, Problem.of(503, e.code(), e.explanation()));
        });
    routes.exception(
        ExplainedException.class,
        (e, context) -> send(context, Problem.of(400, e.code(), e.explanation())));
    routes.exception(HttpResponseException.class, (e, context) -> send(context, http(e, context)));
    routes.exception(
        ClientGoneException.class,
        (e, context) -> LOG.debug("{} {}: the reader has gone", context.method(), context.path()));
    routes.exception(Exception.class, (e, context) -> send(context, internal(e, context)));
  }

  private static Problem unknownName(UnknownNameException e, Context context) {
    // as it was written: a period is looked up in its shortest form
    String inQuery = context.queryParam(e.kind());
    String given = inQuery == null ? e.given() : inQuery;
    return new Problem(
        inQuery == null ? 404 : 400,
        "unknown_" + e.kind().replace('-', '_'),
        e.explanation(given),
        Optional.of(e.kind()),
        Optional.of(given),
        e.allowed());
  }

  private static Problem http(HttpResponseException e, Context context) {
    String path = context.path();
    return switch (e.getStatus()) {
      case 404 ->
          Problem.of(
              404,
              "not_found",
              new Bilingual(
                  "No hay nada en " + path + ". Empiece en / (mapa) o en /api/v1 (datos).",
                  "There is nothing at " + path + ". Start at / (map) or /api/v1 (data)."));
      case 405 -> methodNotAllowed(e, context);
      default ->
          Problem.of(
              e.getStatus(),
              "http_" + e.getStatus(),
              new Bilingual(
                  "La solicitud no se pudo atender (HTTP " + e.getStatus() + ").",
                  "The request could not be answered (HTTP " + e.getStatus() + ")."));
    };
  }

  private static Problem methodNotAllowed(HttpResponseException e, Context context) {
    String available = e.getDetails().getOrDefault("availableMethods", "GET, HEAD");
    List<String> allowed = Arrays.stream(available.split(",\\s*")).sorted().toList();
    String methods = String.join(", ", allowed);
    return new Problem(
        405,
        "method_not_allowed",
        new Bilingual(
            context.path() + " no admite " + context.method() + ". Admite " + methods + ".",
            context.path() + " does not take " + context.method() + ". It takes " + methods + "."),
        Optional.empty(),
        Optional.of(context.method().toString()),
        allowed);
  }

  private static void busy(BusyException e, Context context) {
    context.header("Retry-After", RETRY_SECONDS);
    send(context, Problem.of(503, e.code(), e.explanation()));
  }

  private static Problem internal(Exception e, Context context) {
    LOG.error("{} {} failed", context.method(), context.path(), e);
    return Problem.of(
        500,
        "internal_error",
        new Bilingual(
            "Yunga no pudo responder por un error propio. Vuelva a intentarlo; si se repite,"
                + " avise indicando el request_id.",
            "Yunga could not answer because of an error of its own. Try again; if it comes back,"
                + " report it with the request_id."));
  }

  private static void send(Context context, Problem problem) {
    String requestId = newRequestId();
    if (problem.status() >= 500 && problem.status() != 503) {
      LOG.error("request {} ended with {}", requestId, problem.code());
    }
    if (problem.status() == 405) {
      context.header("Allow", String.join(", ", problem.allowed()));
    }
    boolean comeBack = problem.status() == 503 || problem.status() == 429;
    if (comeBack && context.res().getHeader("Retry-After") == null) {
      context.header("Retry-After", RETRY_AFTER_SECONDS);
    }
    String language = Language.of(context);
    context.disableCompression();
    // or a browser would save the problem under the name of the data
    context.removeHeader("Content-Disposition");
    context.status(problem.status());
    context.header("Content-Language", language);
    context.header("Cache-Control", "no-store");
    context.result(body(problem, language, requestId));
    context.contentType(MEDIA_TYPE);
  }

  static String newRequestId() {
    byte[] id = new byte[6];
    RANDOM.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  static byte[] body(Problem problem, String language, String requestId) {
    try {
      return JSON.writeValueAsBytes(problem.members(language, requestId));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
