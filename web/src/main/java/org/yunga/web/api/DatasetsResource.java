package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yunga.core.dataset.AcceptedProblem;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.store.Store;
import org.yunga.core.text.UnknownNameException;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Responder;

/** {@code /api/v1/datasets} and {@code /api/v1/datasets/{id}}: what was delivered, and by whom. */
public final class DatasetsResource {

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "key",
          "title",
          "source",
          "licence",
          "file_name",
          "sha256",
          "content_sha256",
          "by",
          "at",
          "state",
          "first_release",
          "last_release",
          "figures",
          "regions",
          "plots",
          "problems");

  private final Store store;
  private final StagedResource staged;

  /**
   * @param staged answers for those that wait to be published
   */
  public DatasetsResource(Store store, StagedResource staged) {
    this.store = store;
    this.staged = staged;
  }

  /** All datasets, in force and retired, in the order in which they came; or those that wait. */
  public void list(Context context) {
    Parameters parameters = Parameters.of(context, "state");
    if (parameters.find("state").isPresent()) {
      parameters.oneOf("state", List.of("staged"));
      staged.list(context);
      return;
    }
    Format format = Format.of(context, Format.JSON, Format.CSV, Format.CSV_EXCEL);
    List<Map<String, Object>> rows =
        store.datasets().stream()
            .map(format == Format.JSON ? DatasetsResource::fields : DatasetsResource::row)
            .toList();
    Pages.send(context, format, "datasets", COLUMNS, rows, null);
  }

  /** One dataset. */
  public void get(Context context) {
    String id = context.pathParam("id");
    if (StagedResource.isStaged(id)) {
      staged.get(context, id);
      return;
    }
    Parameters.of(context);
    Format.of(context, Format.JSON);
    List<KeptDataset> all = store.datasets();
    KeptDataset found =
        all.stream()
            .filter(kept -> kept.dataset().id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnknownNameException(
                        "dataset", id, all.stream().map(kept -> kept.dataset().id()).toList()));
    Responder.send(context, Answers.json(fields(found)), Responder.REVALIDATE);
  }

  static Map<String, Object> fields(KeptDataset kept) {
    Map<String, Object> fields = common(kept);
    fields.put(
        "counts",
        object(
            "figures", kept.counts().figures(),
            "regions", kept.counts().regions(),
            "plots", kept.counts().plots()));
    fields.put(
        "problems",
        kept.problems().stream()
            .map(problem -> object("code", problem.code(), "count", problem.count()))
            .toList());
    fields.put("href", "/api/v1/datasets/" + kept.dataset().id());
    return fields;
  }

  private static Map<String, Object> row(KeptDataset kept) {
    Map<String, Object> row = common(kept);
    row.put("figures", kept.counts().figures());
    row.put("regions", kept.counts().regions());
    row.put("plots", kept.counts().plots());
    row.put(
        "problems",
        kept.problems().stream().map(DatasetsResource::text).collect(Collectors.joining(" ")));
    return row;
  }

  private static String text(AcceptedProblem problem) {
    return problem.code() + ":" + problem.count();
  }

  private static Map<String, Object> common(KeptDataset kept) {
    Dataset dataset = kept.dataset();
    return new LinkedHashMap<>(
        object(
            "id", dataset.id(),
            "key", dataset.key(),
            "title", dataset.title(),
            "source", dataset.source(),
            "licence", dataset.licence(),
            "file_name", dataset.fileName(),
            "sha256", dataset.sha256(),
            "content_sha256", kept.contentSha256(),
            "by", kept.by().name(),
            "at", kept.at().toString(),
            "state", kept.inForce() ? "published" : "retired",
            "first_release", Long.toString(kept.firstRelease()),
            "last_release", Long.toString(kept.lastRelease())));
  }
}
