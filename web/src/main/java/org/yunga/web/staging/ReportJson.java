package org.yunga.web.staging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.FileFacts;
import org.yunga.geodata.intake.IntakeCounts;
import org.yunga.geodata.intake.IntakeProblem;
import org.yunga.geodata.intake.IntakeReport;
import org.yunga.geodata.intake.MappedColumn;
import org.yunga.geodata.intake.RegionEffect;
import org.yunga.geodata.intake.Severity;

/**
 * What the intake found, as JSON. It is kept with the staged dataset, so it is bounded: the intake
 * bounds problems, this the effects.
 */
final class ReportJson {

  /** Totals before and after that are told; more are counted. */
  static final int MOST_EFFECTS = 1000;

  private static final double PLACE_STEPS = 1e6;

  private ReportJson() {}

  static ObjectNode of(IntakeReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", report.kind().text());
    json.put("dataset_key", report.datasetKey());
    json.set("file", file(report.file()));
    json.withArray("/mapping");
    report.mapping().forEach(column -> json.withArray("/mapping").add(column(column)));
    ArrayNode columns = json.putArray("columns");
    report.columns().forEach(columns::add);
    ObjectNode roles = json.putObject("roles");
    report.roles().columns().forEach(roles.withArray("/columns")::add);
    report.roles().constants().forEach(roles.withArray("/constants")::add);
    json.withArray("/problems");
    report.problems().forEach(problem -> json.withArray("/problems").add(problem(problem)));
    json.withArray("/problem_counts");
    report
        .problemCounts()
        .forEach(
            count ->
                json.withArray("/problem_counts")
                    .addObject()
                    .put("code", count.code())
                    .put("severity", text(count.severity()))
                    .put("count", count.count()));
    json.set("counts", counts(report.counts()));
    json.put("effects_count", report.effects().size());
    json.withArray("/effects");
    report.effects().stream()
        .limit(MOST_EFFECTS)
        .forEach(effect -> json.withArray("/effects").add(effect(effect)));
    boolean publishable = !report.deliveries().isEmpty();
    json.put("publishable", publishable);
    ArrayNode needs = json.putArray("needs");
    if (publishable) {
      needs(report).forEach(needs::add);
    }
    return json;
  }

  /** The columns of a file out of its report; none in a report of an earlier program. */
  static List<String> columns(ObjectNode report) {
    List<String> columns = new ArrayList<>();
    report.path("columns").forEach(column -> columns.add(column.asText()));
    return columns;
  }

  /** What they were taken for, without samples, out of a report. */
  static List<MappedColumn> mapping(ObjectNode report) {
    List<MappedColumn> mapping = new ArrayList<>();
    for (JsonNode one : report.get("mapping")) {
      mapping.add(
          new MappedColumn(
              one.get("role").asText(),
              Optional.ofNullable(one.get("column").textValue()),
              Optional.ofNullable(one.get("constant").textValue()),
              List.of(),
              MappedColumn.Origin.valueOf(one.get("origin").asText().toUpperCase(Locale.ROOT))));
    }
    return mapping;
  }

  /** What must be accepted by name before it is published. */
  private static List<String> needs(IntakeReport report) {
    List<String> needs = new ArrayList<>();
    if (report.problemCounts().stream().anyMatch(c -> c.severity() != Severity.REFUSED)) {
      needs.add(PublishConsent.ACCEPT);
    }
    if (report.refusals() > 0) {
      needs.add(PublishConsent.PARTIAL);
    }
    if (report.counts().changed() + report.counts().gone() > 0) {
      needs.add(PublishConsent.REPLACE);
    }
    return needs;
  }

  private static ObjectNode file(FileFacts file) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", file.name());
    json.put("sha256", file.sha256());
    json.put("bytes", file.bytes());
    json.put("format", file.format());
    json.put("layer", file.layer());
    json.put("encoding", file.encoding().orElse(null));
    json.put("rows", file.rows());
    json.putNull("crs");
    file.crs()
        .ifPresent(
            crs -> {
              ObjectNode known = json.putObject("crs").put("name", crs.name());
              known.set("basis", text(crs.basis().words()));
            });
    return json;
  }

  private static ObjectNode column(MappedColumn column) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("role", column.role());
    json.put("column", column.column().orElse(null));
    json.put("constant", column.constant().orElse(null));
    json.put("origin", text(column.origin()));
    ArrayNode samples = json.putArray("samples");
    column.samples().forEach(samples::add);
    return json;
  }

  private static ObjectNode problem(IntakeProblem problem) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("code", problem.code());
    json.put("severity", text(problem.severity()));
    json.putNull("row");
    problem.row().ifPresent(row -> json.put("row", row));
    json.put("field", problem.field().orElse(null));
    json.put("value", problem.value().orElse(null));
    json.set("message", text(problem.message()));
    json.putNull("remedy");
    problem.remedy().ifPresent(remedy -> json.set("remedy", text(remedy)));
    json.putNull("place");
    problem
        .point()
        .filter(point -> Double.isFinite(point.x) && Double.isFinite(point.y))
        .ifPresent(point -> json.putArray("place").add(degrees(point.x)).add(degrees(point.y)));
    return json;
  }

  private static double degrees(double degrees) {
    return Math.round(degrees * PLACE_STEPS) / PLACE_STEPS;
  }

  private static ObjectNode counts(IntakeCounts counts) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("rows", counts.rows())
        .put("accepted", counts.accepted())
        .put("refused", counts.refused())
        .put("new", counts.added())
        .put("changed", counts.changed())
        .put("unchanged", counts.unchanged())
        .put("gone", counts.gone());
  }

  private static ObjectNode effect(RegionEffect effect) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("region_set", effect.region().map(ref -> ref.regionSet()).orElse(null));
    json.put("region_code", effect.region().map(ref -> ref.code()).orElse(null));
    json.put("region_name", effect.regionName());
    json.put("item", effect.item());
    json.put("period", effect.period());
    json.put("unit", effect.unit());
    put(json, "before", effect.before());
    put(json, "after", effect.after());
    json.put("count_before", effect.countBefore());
    json.put("count_after", effect.countAfter());
    return json;
  }

  private static void put(ObjectNode json, String member, OptionalDouble value) {
    if (value.isPresent()) {
      json.put(member, value.getAsDouble());
    } else {
      json.putNull(member);
    }
  }

  private static ObjectNode text(Bilingual text) {
    return JsonNodeFactory.instance.objectNode().put("es", text.es()).put("en", text.en());
  }

  private static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
