package org.yunga.web.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yunga.core.text.Bilingual;

/** Representations, and which of them a request asks for: by {@code f=}, else by {@code Accept}. */
public enum Format {
  JSON("json", "application/json"),
  GEOJSON("geojson", "application/geo+json"),
  CSV("csv", "text/csv"),
  /** CSV with a byte order mark, without which Excel takes UTF-8 for the local code page. */
  CSV_EXCEL("csv-excel", "text/csv; charset=utf-8"),
  HTML("html", "text/html"),
  GEOPACKAGE("gpkg", "application/geopackage+sqlite3"),
  SHAPEFILE("shp", "application/zip"),
  FLATGEOBUF("fgb", "application/flatgeobuf"),
  KML("kml", "application/vnd.google-earth.kml+xml"),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  PDF("pdf", "application/pdf"),
  PNG("png", "image/png");

  /** Name of the parameter. */
  public static final String PARAMETER = "f";

  private final String id;
  private final String mediaType;

  Format(String id, String mediaType) {
    this.id = id;
    this.mediaType = mediaType;
  }

  public String id() {
    return id;
  }

  /** The value of {@code Content-Type}. */
  public String contentType() {
    return mediaType.startsWith("text/") && !mediaType.contains(";")
        ? mediaType + "; charset=utf-8"
        : mediaType;
  }

  /** Ending of a file that holds it. */
  public String extension() {
    return switch (this) {
      case CSV_EXCEL -> "csv";
      case SHAPEFILE -> "zip";
      default -> id;
    };
  }

  /** Whether it is made on disk, because it cannot be written from beginning to end. */
  public boolean isFile() {
    return compareTo(GEOPACKAGE) >= 0;
  }

  /**
   * Chooses among the representations that a resource has.
   *
   * @param offered in order of preference
   */
  public static Format of(Context context, Format... offered) {
    String wish = context.queryParam(PARAMETER);
    if (wish != null) {
      return Arrays.stream(offered)
          .filter(format -> format.id.equals(wish))
          .findFirst()
          .orElseThrow(() -> unknown(wish, offered));
    }
    String accept = context.header("Accept");
    if (accept == null || accept.isBlank()) {
      return offered[0];
    }
    return byAccept(accept, offered).orElseThrow(() -> notAcceptable(accept, offered));
  }

  /** RFC 9110 (12.5.1): the weight of a type is that of the most specific range it fits. */
  private static Optional<Format> byAccept(String accept, Format... offered) {
    List<Range> ranges =
        Arrays.stream(accept.split(","))
            .map(part -> part.trim().split("\\s*;\\s*"))
            .filter(part -> part.length > 0 && !part[0].isEmpty())
            .map(part -> new Range(part[0].toLowerCase(Locale.ROOT), weight(part)))
            .sorted(Comparator.comparing(Range::width))
            .toList();
    if (ranges.isEmpty()) {
      return Optional.of(offered[0]);
    }
    Format best = null;
    double bestWeight = 0;
    for (Format format : offered) {
      double weight =
          ranges.stream()
              .filter(range -> matches(range.type(), format, offered))
              .findFirst()
              .map(Range::weight)
              .orElse(0.0);
      if (weight > bestWeight) {
        best = format;
        bestWeight = weight;
      }
    }
    return Optional.ofNullable(best);
  }

  /** One media range of {@code Accept}. */
  private record Range(String type, double weight) {

    /** 0 for a type, 1 for its whole family, 2 for everything. */
    int width() {
      return type.equals("*/*") ? 2 : type.endsWith("/*") ? 1 : 0;
    }
  }

  private static double weight(String... parts) {
    for (String part : parts) {
      if (part.startsWith("q=")) {
        try {
          return Double.parseDouble(part.substring(2));
        } catch (NumberFormatException e) {
          return 0;
        }
      }
    }
    return 1;
  }

  /**
   * A browser that asks for HTML where there is none is shown what there is: people paste links.
   */
  private static boolean matches(String range, Format format, Format... offered) {
    String type = format.mediaType;
    return range.equals("*/*")
        || range.equals(type)
        || range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1))
        || range.equals("text/html") && format == JSON && !List.of(offered).contains(HTML)
        || range.equals("application/json") && format == GEOJSON;
  }

  private static ProblemException unknown(String wish, Format... offered) {
    String names = names(offered);
    return new ProblemException(
        Problem.parameter(
            "unknown_format",
            new Bilingual(
                "El formato f=" + wish + " no existe aquí. Use uno de: " + names + ".",
                "There is no format f=" + wish + " here. Use one of: " + names + "."),
            PARAMETER,
            wish,
            Arrays.stream(offered).map(Format::id).toList()));
  }

  private static ProblemException notAcceptable(String accept, Format... offered) {
    List<String> types =
        Arrays.stream(offered).filter(f -> f != CSV_EXCEL).map(f -> f.mediaType).toList();
    String names = String.join(", ", types);
    return new ProblemException(
        new Problem(
            406,
            "not_acceptable",
            new Bilingual(
                "Se pidió Accept: " + accept + ". Aquí hay: " + names + ", o f=" + names(offered),
                "Accept: "
                    + accept
                    + " was asked for. There is: "
                    + names
                    + ", or f="
                    + names(offered)),
            Optional.of("Accept"),
            Optional.of(accept),
            types));
  }

  private static String names(Format... offered) {
    return String.join(", ", Arrays.stream(offered).map(Format::id).toList());
  }
}
