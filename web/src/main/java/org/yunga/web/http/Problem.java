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
 * @param errors flaws of a file that is refused, each with its place and remedy
 */
public record Problem(
    int status,
    String code,
    Bilingual detail,
    Optional<String> parameter,
    Optional<String> given,
    List<String> allowed,
    List<Flaw> errors) {

  /** More names than anybody reads in an error message. */
  private static final int MOST_ALLOWED = 100;

  /** Cuts and copies the lists. */
  public Problem {
    allowed = List.copyOf(allowed.subList(0, Math.min(allowed.size(), MOST_ALLOWED)));
    errors = List.copyOf(errors);
  }

  /** A problem that is not about a file. */
  public Problem(
      int status,
      String code,
      Bilingual detail,
      Optional<String> parameter,
      Optional<String> given,
      List<String> allowed) {
    this(status, code, detail, parameter, given, allowed, List.of());
  }

  /**
   * One flaw of a file.
   *
   * @param file name of the file
   * @param row number as people count it; null when it is of the whole file
   * @param column null when it is of the whole row or file
   * @param value as given; null when nothing was
   * @param rule code of the rule that it breaks
   * @param detail what was given, what is allowed
   * @param remedy what to do; null where the detail says it
   */
  public record Flaw(
      String file,
      Long row,
      String column,
      String value,
      String rule,
      Bilingual detail,
      Bilingual remedy) {

    /** A flaw of the whole file. */
    public static Flaw ofFile(String file, String rule, Bilingual detail) {
      return new Flaw(file, null, null, null, rule, detail, null);
    }

    private Map<String, Object> members(String language) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("file", file);
      members.put("row", row);
      members.put("column", column);
      members.put("value", value);
      members.put("rule", rule);
      members.put("detail", detail.in(language));
      members.put("remedy", remedy == null ? null : remedy.in(language));
      return members;
    }
  }

  /** The same with flaws of a file. */
  public Problem with(List<Flaw> flaws) {
    return new Problem(status, code, detail, parameter, given, allowed, flaws);
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
    if (!errors.isEmpty()) {
      members.put("errors", errors.stream().map(flaw -> flaw.members(language)).toList());
    }
    members.put("request_id", requestId);
    return members;
  }

  private Bilingual title() {
    return switch (status) {
      case 400 -> new Bilingual("Solicitud incorrecta", "Bad request");
      case 401 -> new Bilingual("Falta un token válido", "Unauthorized");
      case 403 -> new Bilingual("No permitido", "Forbidden");
      case 404 -> new Bilingual("No encontrado", "Not found");
      case 405 -> new Bilingual("Método no permitido", "Method not allowed");
      case 406 -> new Bilingual("Formato no disponible", "Not acceptable");
      case 409 -> new Bilingual("Conflicto con lo que hay", "Conflict");
      case 413 -> new Bilingual("Contenido demasiado grande", "Content too large");
      case 414 -> new Bilingual("Dirección demasiado larga", "URI too long");
      case 415 -> new Bilingual("Tipo de contenido no admitido", "Unsupported media type");
      case 416 -> new Bilingual("Rango fuera del archivo", "Range not satisfiable");
      case 422 -> new Bilingual("Contenido que no se puede usar", "Unprocessable content");
      case 429 -> new Bilingual("Demasiadas solicitudes", "Too many requests");
      case 503 -> new Bilingual("Servicio no disponible por ahora", "Service unavailable");
      case 507 -> new Bilingual("Sin espacio en el servidor", "Insufficient storage");
      default ->
          status < 500
              ? new Bilingual("Solicitud incorrecta", "Bad request")
              : new Bilingual("Error del servidor", "Server error");
    };
  }
}
