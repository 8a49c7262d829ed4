package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.text;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.audit.Actor;
import org.yunga.core.audit.AuditEntry;
import org.yunga.core.dataset.AuditedRelease;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnknownNameException;
import org.yunga.web.access.Tokens;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;
import org.yunga.web.http.Responder;

/**
 * {@code /api/v1/releases} and {@code /api/v1/releases/{id}}: what is in force, and what was;
 * making one by going back or retiring needs a token.
 */
public final class ReleasesResource {

  private static final List<String> COLUMNS =
      List.of("id", "published", "act", "subject", "by", "synthetic", "datasets");

  private static final String ROLLBACK = "rollback";
  private static final String RETIRE = "retire";

  private final Store store;
  private final Tokens tokens;
  private final Runnable refresh;

  /**
   * @param tokens that who makes a release carries
   * @param refresh brings a new release into force for readers
   */
  public ReleasesResource(Store store, Tokens tokens, Runnable refresh) {
    this.store = store;
    this.tokens = tokens;
    this.refresh = refresh;
  }

  /** Makes a release: of the datasets of an older one, or without one of those in force. */
  public void post(Context context) {
    Actor by = new Actor(tokens.require(context).name());
    Parameters parameters = Parameters.of(context, ROLLBACK, RETIRE);
    Optional<String> rollback = parameters.find(ROLLBACK);
    Optional<String> retire = parameters.find(RETIRE);
    if (rollback.isPresent() == retire.isPresent()) {
      throw oneOfTwo();
    }
    Release made;
    try {
      made =
          rollback.isPresent()
              ? rollBack(rollback.get(), by)
              : store.retire(retire.orElseThrow(), by);
    } catch (ExplainedException e) {
      throw new ProblemException(Problem.of(409, e.code(), e.explanation()));
    }
    refresh.run();
    context.status(201);
    context.header("Location", "/api/v1/releases/" + made.id());
    Responder.sendUnkept(
        context,
        Answers.json(object("release", made.id(), "href", "/api/v1/releases/" + made.id())));
  }

  private Release rollBack(String id, Actor by) {
    try {
      return store.rollBack(ReleaseIds.number(id), by);
    } catch (UnknownNameException e) {
      throw ReleaseIds.unknown(ROLLBACK, id, e.allowed());
    }
  }

  private static ProblemException oneOfTwo() {
    return new ProblemException(
        Problem.of(
            400,
            "rollback_or_retire",
            new Bilingual(
                "Indique una de dos: rollback=ENTREGA, para volver a una entrega anterior, o"
                    + " retire=CONJUNTO, para retirar un conjunto de datos.",
                "Give one of two: rollback=RELEASE to go back to an older release, or"
                    + " retire=DATASET to take a dataset out of force.")));
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
  static Map<String, Object> dataset(KeptDataset kept) {
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
