package org.yunga.web.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.text.Bilingual;

/**
 * What is wrong with a request, after RFC 9457.
 *
 * @param status HTTP status
 * @param code snake case, stable, for programs
 * @param detail what was given, what is allowed, what to do
 * @param parameter the parameter it is about
 * @param given what it was
 * @param allowed what it may be; long lists are cut
 */
public record Problem(
    int status,
    String code,
    Bilingual detail,
    Optional<String> parameter,
    Optional<String> given,
    List<String> allowed) {

  /** More names than anybody reads in an error message. */
  private static final int MOST_ALLOWED = 100;

  /** Cuts and copies the list. */
  public Problem {
    allowed = List.copyOf(allowed.subList(0, Math.min(allowed.size(), MOST_ALLOWED)));
  }

  /** A problem that is not about one parameter. */
  public static Problem of(int status, String code, Bilingual detail) {
    return new Problem(status, code, detail, Optional.empty(), Optional.empty(), List.of());
  }

  /** A wrong parameter: 400. */
  public static Problem parameter(
      String code, Bilingual detail, String parameter, String given, List<String> allowed) {
    return new Problem(
        400, code, detail, Optional.of(parameter), Optional.ofNullable(given), allowed);
  }

  /** The JSON members, in the language of the reader. */
  Map<String, Object> members(String language, String requestId) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "about:blank");
    members.put("title", title().in(language));
    members.put("status", status);
    members.put("detail", detail.in(language));
    members.put("code", code);
    parameter.ifPresent(name -> members.put("parameter", name));
    given.ifPresent(text -> members.put("given", text));
    if (!allowed.isEmpty()) {
      members.put("allowed", allowed);
    }
    members.put("request_id", requestId);
    return members;
  }

  private Bilingual title() {
    return switch (status) {
      case 400 -> new Bilingual("Solicitud incorrecta", "Bad request");
      case 404 -> new Bilingual("No encontrado", "Not found");
      case 405 -> new Bilingual("Método no permitido", "Method not allowed");
      case 406 -> new Bilingual("Formato no disponible", "Not acceptable");
      default ->
          status < 500
              ? new Bilingual("Solicitud incorrecta", "Bad request")
              : new Bilingual("Error del servidor", "Server error");
    };
  }
}
