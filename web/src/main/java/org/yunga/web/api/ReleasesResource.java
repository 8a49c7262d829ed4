package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.text;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.audit.AuditEntry;
import org.yunga.core.dataset.AuditedRelease;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.store.Store;
import org.yunga.core.text.UnknownNameException;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Responder;

/** {@code /api/v1/releases} and {@code /api/v1/releases/{id}}: what is in force, and what was. */
public final class ReleasesResource {

  private static final List<String> COLUMNS =
      List.of("id", "published", "act", "subject", "by", "synthetic", "datasets");

  private final Store store;

  /** Answers from this. */
  public ReleasesResource(Store store) {
    this.store = store;
  }

  /** A page of releases, newest first. */
  public void list(Context context) {
    Parameters parameters = Parameters.of(context, Pages.LIMIT, Pages.BEFORE);
    Format format = Format.of(context, Format.JSON, Format.CSV, Format.CSV_EXCEL);
    int limit = Pages.limit(parameters);
    List<AuditedRelease> releases = store.releases(Pages.before(parameters), limit);
    String last = releases.isEmpty() ? "" : releases.get(releases.size() - 1).release().id();
    Pages.send(
        context,
        format,
        "releases",
        COLUMNS,
        releases.stream().map(made -> row(made, format)).toList(),
        Pages.next(context, limit, releases.size(), last));
  }

  private static Map<String, Object> row(AuditedRelease made, Format format) {
    Optional<AuditEntry> entry = made.entry();
    List<String> datasets = made.release().datasets().stream().map(Dataset::id).toList();
    Map<String, Object> row =
        object(
            "id", made.release().id(),
            "published", made.release().publishedAt().toString(),
            "act", entry.map(e -> text(e.event().act())).orElse(null),
            "subject", entry.map(e -> e.event().subject()).orElse(null),
            "by", entry.map(e -> e.by().name()).orElse(null),
            "synthetic", made.release().isSynthetic(),
            "datasets", format == Format.JSON ? datasets : String.join(" ", datasets));
    if (format == Format.JSON) {
      row.put("href", "/api/v1/releases/" + made.release().id());
    }
    return row;
  }

  /** One release with its datasets. */
  public void get(Context context) {
    Parameters.of(context);
    Format format = Format.of(context, Format.JSON);
    String id = context.pathParam("id");
    AuditedRelease made = find(id);
    Map<String, Object> members = new LinkedHashMap<>(row(made, format));
    List<Dataset> held = made.release().datasets();
    members.put(
        "datasets",
        store.datasets().stream()
            .filter(kept -> held.contains(kept.dataset()))
            .map(ReleasesResource::dataset)
            .toList());
    Responder.send(context, Answers.json(members), Responder.IMMUTABLE);
  }

  /** What never changes of a dataset: not whether it is in force. */
  private static Map<String, Object> dataset(KeptDataset kept) {
    Map<String, Object> fields = DatasetsResource.fields(kept);
    fields.keySet().removeAll(List.of("state", "last_release"));
    return fields;
  }

  private AuditedRelease find(String id) {
    long number = ReleaseIds.number(id);
    try {
      store.release(number);
    } catch (UnknownNameException e) {
      throw ReleaseIds.unknown("id", id, e.allowed());
    }
    return store.releases(number + 1, 1).get(0);
  }
}
