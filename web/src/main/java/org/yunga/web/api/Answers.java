package org.yunga.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.UnknownNameException;
import org.yunga.geodata.export.ExportTable;
import org.yunga.geodata.files.TableFile;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.format.sheet.FormulaGuard;
import org.yunga.web.files.KeptFiles;
import org.yunga.web.http.Format;
import org.yunga.web.http.KeptAnswers;
import org.yunga.web.http.Rendered;
import org.yunga.web.http.Responder;

/**
 * Finished answers of the current release: rendered and compressed once, given to everybody who
 * asks the same. A new release begins with none.
 */
public final class Answers {

  /** Representations of tables with places. */
  static final Format[] TABLES_AND_PLACES = {
    Format.JSON,
    Format.GEOJSON,
    Format.CSV,
    Format.CSV_EXCEL,
    Format.GEOPACKAGE,
    Format.SHAPEFILE,
    Format.FLATGEOBUF,
    Format.KML,
    Format.XLSX
  };

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The parameter that asks for another release than the one in force. */
  public static final String RELEASE = "release";

  private final CurrentSnapshot current;
  private final KeptAnswers kept = new KeptAnswers();

  /** Of the older release that was asked for last: else each would throw out the current ones. */
  private final KeptAnswers older = new KeptAnswers();

  private final KeptFiles files;

  /**
   * Answers from this snapshot and its successors.
   *
   * @param files keeps those that are files
   */
  public Answers(CurrentSnapshot current, KeptFiles files) {
    this.current = current;
    this.files = files;
  }

  /** The questions to the newest release. Take it once for each request. */
  public Monitor monitor() {
    return new Monitor(current.get());
  }

  /**
   * The questions to the release that a request names, or to the newest one.
   *
   * @throws ProblemException 404 when there is no such release
   */
  public Monitor monitor(Context context) {
    return namesRelease(context) ? monitor(RELEASE, context.queryParam(RELEASE)) : monitor();
  }

  private static boolean namesRelease(Context context) {
    String release = context.queryParam(RELEASE);
    return release != null && !release.isBlank();
  }

  /**
   * The questions to a release.
   *
   * @param parameter what names it in the request
   * @param release its id
   * @throws ProblemException 404 when there is no such release
   */
  Monitor monitor(String parameter, String release) {
    try {
      return new Monitor(current.get(ReleaseIds.number(release)));
    } catch (UnknownNameException e) {
      throw ReleaseIds.unknown(parameter, release, e.allowed());
    }
  }

  /**
   * The questions about plots to the release that a request names, or to the newest one.
   *
   * @throws ProblemException 404 when there is no such release, or its plots are not in memory
   */
  Monitor plotMonitor(Context context) {
    Monitor monitor = monitor(context);
    if (!hasPlotsOf(monitor)) {
      throw ReleaseIds.plotsNotHeld(
          monitor.snapshot().release().id(), current.get().release().id());
    }
    return monitor;
  }

  /** Whether the plots of a release can be asked for. */
  boolean hasPlotsOf(Monitor monitor) {
    return current.hasPlotsOf(monitor.snapshot());
  }

  /**
   * Sends the answer to a request: a kept one, or one made now. Who named the release may keep it
   * for ever: a release never changes.
   *
   * @param release of the snapshot that the answer is made from
   */
  public void send(Context context, long release, Format format, Supplier<Rendered> answer) {
    send(context, release, namesRelease(context), format, answer);
  }

  /** As above, saying whether the address names all releases that the answer is made from. */
  void send(
      Context context, long release, boolean fixed, Format format, Supplier<Rendered> answer) {
    KeptAnswers answers = release == current.get().release().number() ? kept : older;
    String caching = fixed ? Responder.IMMUTABLE : Responder.REVALIDATE;
    answers.send(context, release, format.id(), caching, answer);
  }

  /**
   * Sends an answer that is a file, made from tables; formats of one layer take the first.
   *
   * @param name of the file, without ending
   */
  void sendFile(
      Context context,
      Snapshot snapshot,
      Format format,
      String name,
      Supplier<List<ExportTable>> tables) {
    sendFile(
        context,
        snapshot,
        format,
        name,
        "",
        path -> TableFile.write(path, Formats.byId(format.id()).orElseThrow(), tables.get()));
  }

  /**
   * Sends an answer that is a file.
   *
   * @param name of the file, without ending
   * @param besides what the file depends on besides release, address and format
   * @param maker writes it
   */
  public void sendFile(
      Context context,
      Snapshot snapshot,
      Format format,
      String name,
      String besides,
      Consumer<Path> maker) {
    String release = snapshot.release().id() + " " + snapshot.release().publishedAt();
    files.send(
        context,
        String.join(
            " ", release, format.id(), context.path() + "?" + context.queryString(), besides),
        format.contentType(),
        plain(name) + "." + format.extension(),
        namesRelease(context) ? Responder.IMMUTABLE : Responder.REVALIDATE,
        maker);
  }

  /** A map with its keys in this order; values may be null. */
  static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  /** Members of an object as JSON. */
  public static Rendered json(Map<String, ?> members) {
    try {
      return new Rendered(JSON.writeValueAsBytes(members), Format.JSON.contentType());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Rows as CSV (RFC 4180, UTF-8); null is an empty field. Where it is meant for Excel, texts that
   * it would run as formulas are guarded; numbers never.
   *
   * @param columns header, also when there is no row
   * @param rows values by column name
   */
  static Rendered csv(Format format, List<String> columns, List<Map<String, Object>> rows) {
    StringWriter text = new StringWriter();
    if (format == Format.CSV_EXCEL) {
      text.write(BYTE_ORDER_MARK);
    }
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(columns);
      for (Map<String, Object> row : rows) {
        csv.writeRecord(columns.stream().map(column -> cell(row.get(column), format)).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Rendered.of(text.toString(), format.contentType());
  }

  private static String cell(Object value, Format format) {
    return format == Format.CSV_EXCEL && value instanceof CharSequence text
        ? FormulaGuard.guard(text.toString())
        : Objects.toString(value, "");
  }

  /** Names the file when a browser saves the answer. */
  static void fileName(Context context, String name, Format format) {
    if (format != Format.JSON) {
      attachment(context, name, format.extension());
    }
  }

  /** Names the file under which a browser saves the answer. */
  public static void attachment(Context context, String name, String extension) {
    String file = plain(name) + "." + extension;
    context.header("Content-Disposition", "attachment; filename=\"" + file + "\"");
  }

  /** A value in a query; slashes stay readable. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/");
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]+", "-");
  }
}
