package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.text;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.monitor.Crosswalk;
import org.yunga.core.monitor.CrosswalkQuery;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.geodata.export.CrosswalkRows;
import org.yunga.geodata.table.Column;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Rendered;

/** {@code /api/v1/crosswalks}: how a region set of one release lies on that of another. */
public final class CrosswalksResource {

  private static final String FROM = "from";
  private static final String TO = "to";

  private final Answers answers;

  /** Answers from these. */
  public CrosswalksResource(Answers answers) {
    this.answers = answers;
  }

  /** The pieces of ground that regions of both releases share, and what became of each region. */
  public void list(Context context) {
    Parameters parameters = Parameters.of(context, "region-set", FROM, TO, "line_m");
    Format format = Format.of(context, Format.JSON, Format.CSV, Format.CSV_EXCEL);
    Monitor before = answers.monitor(FROM, parameters.get(FROM, List.of()));
    Optional<String> to = parameters.find(TO);
    Monitor after = to.map(id -> answers.monitor(TO, id)).orElseGet(answers::monitor);
    List<String> old =
        before.snapshot().catalogue().regionSets().stream().map(RegionSet::id).toList();
    List<String> sets =
        after.snapshot().catalogue().regionSets().stream()
            .map(RegionSet::id)
            .filter(old::contains)
            .toList();
    CrosswalkQuery query =
        new CrosswalkQuery(
            parameters.oneOf("region-set", sets),
            parameters
                .number("line_m", 0, CrosswalkQuery.MOST_LINE_METRES)
                .orElse(CrosswalkQuery.LINE_METRES));
    String from = before.snapshot().release().id();
    String until = after.snapshot().release().id();
    Answers.fileName(
        context, "yunga-crosswalk-%s-%s-%s".formatted(query.regionSet(), from, until), format);
    answers.send(
        context,
        after.snapshot().release().number(),
        to.isPresent(),
        format,
        () -> render(before, after, query, format));
  }

  private static Rendered render(
      Monitor before, Monitor after, CrosswalkQuery query, Format format) {
    Crosswalk crosswalk = after.crosswalkSince(before.snapshot(), query);
    List<Map<String, Object>> pieces =
        crosswalk.pieces().stream().map(piece -> piece(query.regionSet(), piece)).toList();
    if (format != Format.JSON) {
      return Answers.csv(format, CrosswalkRows.COLUMNS.stream().map(Column::name).toList(), pieces);
    }
    String from = before.snapshot().release().id();
    String to = after.snapshot().release().id();
    return Answers.json(
        object(
            FROM,
            from,
            TO,
            to,
            "region_set",
            query.regionSet(),
            "line_m",
            Fields.number(query.lineMetres()),
            "method",
            text(CrosswalkRows.method(query.regionSet(), from, to, query.lineMetres())),
            "regions",
            crosswalk.changes().stream().map(CrosswalksResource::change).toList(),
            "pieces",
            pieces));
  }

  private static Map<String, Object> piece(String regionSet, Crosswalk.Piece piece) {
    List<Object> values = new ArrayList<>(CrosswalkRows.values(regionSet, piece));
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      fields.put(
          CrosswalkRows.COLUMNS.get(i).name(),
          value instanceof Double number ? Fields.number(number) : value);
    }
    return fields;
  }

  private static Map<String, Object> change(Crosswalk.Change change) {
    return object(
        "code", change.code(),
        "old_name", change.before().map(Region::name).orElse(null),
        "new_name", change.after().map(Region::name).orElse(null),
        "fate", text(change.fate()),
        "renamed", change.isRenamed(),
        "redrawn_ha", PlotFields.hectares(change.redrawnHectares()),
        "moved_ha", PlotFields.hectares(change.movedHectares()));
  }
}
