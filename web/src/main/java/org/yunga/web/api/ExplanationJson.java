package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.number;
import static org.yunga.web.api.Fields.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.figure.Figure;
import org.yunga.core.monitor.Explanation;
import org.yunga.core.region.RegionRef;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;

/** The explanation of a number as members of a JSON object, and as rows of a table. */
final class ExplanationJson {

  /** Of the dataset that brought a row, so that the table stands for itself. */
  private static final List<String> OF_DATASET =
      List.of("file_name", "sha256", "licence", "loaded_by", "loaded_at");

  /** What each row is to the number: {@code value}, {@code added}, {@code left_out}... */
  private static final String ROLE = "role";

  static final List<String> COLUMNS =
      Stream.of(List.of(ROLE), Fields.FIGURE, OF_DATASET).flatMap(List::stream).toList();

  private final Snapshot snapshot;
  private final Explanation explanation;
  private final Map<String, KeptDataset> datasets = new LinkedHashMap<>();

  /**
   * @param kept all that is known of datasets; only those that went in are told
   */
  ExplanationJson(Snapshot snapshot, Explanation explanation, List<KeptDataset> kept) {
    this.snapshot = snapshot;
    this.explanation = explanation;
    kept.stream()
        .filter(one -> explanation.datasets().contains(one.dataset()))
        .forEach(one -> datasets.put(one.dataset().id(), one));
  }

  Map<String, Object> members() {
    Explanation.Number number = explanation.number();
    Map<String, Object> members =
        object(
            "release", explanation.release().id(),
            "released", explanation.release().publishedAt().toString(),
            "synthetic", explanation.release().isSynthetic(),
            "indicator", indicator(),
            "region_set",
                object(
                    "id", explanation.regionSet().id(),
                    "name", text(explanation.regionSet().name())),
            "region",
                explanation
                    .region()
                    .map(region -> object("code", region.code(), "name", region.name()))
                    .orElse(null),
            "measure", text(explanation.query().measure()),
            "period", explanation.query().period().toString(),
            "series",
                object(
                    "id", explanation.series().id(),
                    "name", text(explanation.series().name()),
                    "definition", text(explanation.series().definition()),
                    "status", text(explanation.series().status())),
            "state", text(number.state()),
            "value", number(number.value()),
            "unit", explanation.unit().id(),
            "making", object("kind", text(number.making()), "words", text(words())),
            "reason", number.reason().map(Fields::text).orElse(null),
            "figure", number.figure().map(this::row).orElse(null),
            "published", explanation.published().map(this::published).orElse(null),
            "breaks", explanation.breaks().stream().map(IndicatorsResource::seriesBreak).toList());
    members.put("rows", explanation.rows().stream().map(this::row).toList());
    members.put("rows_note", text(ExplanationWords.ROWS));
    members.put("left_out", explanation.leftOut().stream().map(ExplanationJson::leftOut).toList());
    members.put("datasets", datasets.values().stream().map(ReleasesResource::dataset).toList());
    members.put("map", map());
    return members;
  }

  private Bilingual words() {
    return ExplanationWords.of(explanation);
  }

  private Map<String, Object> indicator() {
    return object(
        "id", explanation.indicator().id(),
        "name", text(explanation.indicator().name()),
        "definition", text(explanation.indicator().definition()),
        "source", explanation.indicator().source(),
        "kind", text(explanation.indicator().kind()),
        "space_rule", text(explanation.indicator().space()),
        "unit", explanation.unit().id(),
        "unit_name", text(explanation.unit().name()));
  }

  private Map<String, Object> row(Figure figure) {
    return Fields.forJson(Fields.figure(snapshot, figure));
  }

  private Map<String, Object> published(Explanation.Published published) {
    Map<String, Object> fields = new LinkedHashMap<>(row(published.figure()));
    fields.put("difference", number(published.difference()));
    return fields;
  }

  private static Map<String, Object> leftOut(Explanation.LeftOut left) {
    return object(
        "region_set", left.ref().map(RegionRef::regionSet).orElse(null),
        "region_code", left.ref().map(RegionRef::code).orElse(null),
        "region_name", left.name(),
        "state", text(left.state()),
        "explanation", left.explanation().map(Fields::text).orElse(null));
  }

  /** The address of the map that shows the number, of this very release. */
  private String map() {
    return "/?indicator="
        + explanation.indicator().id()
        + "&region-set="
        + explanation.regionSet().id()
        + "&measure="
        + text(explanation.query().measure())
        + "&period="
        + explanation.query().period()
        + "&series="
        + Answers.encoded(explanation.series().id())
        + explanation.region().map(region -> "&region=" + Answers.encoded(region.code())).orElse("")
        + "&release="
        + explanation.release().id();
  }

  /** A table that stands for itself: the rows, then what is left out, then what was published. */
  List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    Explanation.Number number = explanation.number();
    boolean sum =
        number.making() == Explanation.Making.SUM_OF_MEMBERS
            || number.making() == Explanation.Making.SUM_OF_REGIONS;
    if (sum) {
      rows.add(sumRow());
    }
    explanation.rows().forEach(figure -> rows.add(csvRow(sum ? "added" : "value", figure)));
    explanation.leftOut().forEach(left -> rows.add(csvLeftOut(left)));
    explanation
        .published()
        .ifPresent(published -> rows.add(csvRow("published", published.figure())));
    if (rows.isEmpty()) {
      rows.add(sumRow());
    }
    return rows;
  }

  /** The number itself where it is no row of a dataset, with the words that say why. */
  private Map<String, Object> sumRow() {
    Explanation.Number number = explanation.number();
    Map<String, Object> row = frame("value");
    row.put("region_set", explanation.regionSet().id());
    row.put("region_code", explanation.region().map(region -> region.code()).orElse(""));
    row.put("region_name", explanation.region().map(region -> region.name()).orElse(""));
    row.put("state", text(number.state()));
    row.put("value", number(number.value()));
    note(row, Optional.of(words()));
    return row;
  }

  private Map<String, Object> csvRow(String role, Figure figure) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(ROLE, role);
    row.putAll(Fields.figure(snapshot, figure));
    KeptDataset kept = datasets.get(figure.dataset());
    if (kept != null) {
      row.put("file_name", kept.dataset().fileName());
      row.put("sha256", kept.dataset().sha256());
      row.put("licence", kept.dataset().licence());
      row.put("loaded_by", kept.by().name());
      row.put("loaded_at", kept.at().toString());
    }
    return row;
  }

  private Map<String, Object> csvLeftOut(Explanation.LeftOut left) {
    Map<String, Object> row = frame("left_out");
    row.put("region_set", left.ref().map(RegionRef::regionSet).orElse(""));
    row.put("region_code", left.ref().map(RegionRef::code).orElse(""));
    row.put("region_name", left.name());
    row.put("state", text(left.state()));
    note(row, left.explanation());
    return row;
  }

  private Map<String, Object> frame(String role) {
    return object(
        ROLE,
        role,
        "indicator",
        explanation.indicator().id(),
        "measure",
        text(explanation.query().measure()),
        "period",
        explanation.query().period().toString(),
        "unit",
        explanation.unit().id(),
        "series",
        explanation.series().id(),
        "release",
        explanation.release().id());
  }

  private static void note(Map<String, Object> row, Optional<Bilingual> note) {
    row.put("note_es", note.map(Bilingual::es).orElse(""));
    row.put("note_en", note.map(Bilingual::en).orElse(""));
  }
}
