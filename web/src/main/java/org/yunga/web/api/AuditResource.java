package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.text;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.yunga.core.audit.AuditEntry;
import org.yunga.core.store.Store;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;

/** {@code /api/v1/audit}: who did what, newest first. Verifying is for the command line. */
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

  /** Answers from this. */
  public AuditResource(Store store) {
    this.store = store;
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
