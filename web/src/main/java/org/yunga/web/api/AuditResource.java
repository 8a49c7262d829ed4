package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.text;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.yunga.core.audit.AuditEntry;
import org.yunga.core.audit.AuditFinding;
import org.yunga.core.audit.AuditReport;
import org.yunga.core.store.Store;
import org.yunga.web.access.Tokens;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Responder;

/** {@code /api/v1/audit}: who did what, newest first; and whether it holds. */
public final class AuditResource {

  private static final List<String> COLUMNS =
      List.of(
          "number",
          "at",
          "by",
          "act",
          "release",
          "subject",
          "file_sha256",
          "content_sha256",
          "release_sha256",
          "previous_sha256",
          "sha256");

  private final Store store;
  private final Tokens tokens;

  /**
   * @param tokens that who has all counted again carries
   */
  public AuditResource(Store store, Tokens tokens) {
    this.store = store;
    this.tokens = tokens;
  }

  /**
   * Counts everything again: reads the whole store, so it needs a token, and one is served at a
   * time.
   */
  public synchronized void verification(Context context) {
    tokens.require(context);
    Parameters parameters = Parameters.of(context, "head");
    AuditReport report = store.audit().verify(parameters.find("head"));
    Responder.sendUnkept(
        context,
        Answers.json(
            object(
                "intact", report.isIntact(),
                "entries", report.entries(),
                "head", report.head(),
                "releases", report.releases(),
                "datasets", report.datasets(),
                "findings", report.findings().stream().map(AuditResource::finding).toList())));
  }

  private static Map<String, Object> finding(AuditFinding finding) {
    return object("code", finding.code(), "detail", text(finding.explanation()));
  }

  /** A page of entries. */
  public void list(Context context) {
    Parameters parameters = Parameters.of(context, Pages.LIMIT, Pages.BEFORE);
    Format format = Format.of(context, Format.JSON, Format.CSV, Format.CSV_EXCEL);
    int limit = Pages.limit(parameters);
    List<AuditEntry> entries = store.audit().before(Pages.before(parameters), limit);
    String last = entries.isEmpty() ? "" : Long.toString(entries.get(entries.size() - 1).number());
    Pages.send(
        context,
        format,
        "audit",
        COLUMNS,
        entries.stream().map(AuditResource::row).toList(),
        Pages.next(context, limit, entries.size(), last));
  }

  private static Map<String, Object> row(AuditEntry entry) {
    return object(
        "number", entry.number(),
        "at", entry.at().toString(),
        "by", entry.by().name(),
        "act", text(entry.event().act()),
        "release", entry.release().map(String::valueOf).orElse(null),
        "subject", entry.event().subject(),
        "file_sha256", entry.event().fileSha256().orElse(null),
        "content_sha256", entry.event().contentSha256().orElse(null),
        "release_sha256", entry.event().releaseSha256().orElse(null),
        "previous_sha256", entry.previous(),
        "sha256", entry.hash());
  }
}
