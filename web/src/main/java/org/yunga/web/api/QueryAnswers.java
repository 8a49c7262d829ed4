package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.yunga.core.dataset.Release;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.PlotTotals;
import org.yunga.core.monitor.PolygonAnswer;
import org.yunga.geodata.write.GeoJsonWriter;
import org.yunga.web.http.Format;
import org.yunga.web.http.Rendered;

/**
 * The totals of all grounds of a question: as JSON; as GeoJSON, a feature for each ground; as CSV,
 * a row for each ground, kind and year.
 */
final class QueryAnswers {

  /** What is told of a ground, beside its totals. */
  private static final List<String> GROUND =
      List.of(
          "query",
          "area_ha",
          "outside_ha",
          "vertices",
          "buffer_m",
          "region_set",
          "region_code",
          "repaired_es",
          "repaired_en",
          "border_plots",
          "note_code",
          "note_es",
          "note_en");

  private final Question question;
  private final Monitor monitor;
  private final Release release;

  QueryAnswers(Question question, Monitor monitor) {
    this.question = question;
    this.monitor = monitor;
    this.release = monitor.snapshot().release();
  }

  Rendered render(Format format) {
    return switch (format) {
      case JSON -> json();
      case GEOJSON -> geoJson();
      default -> csv(format);
    };
  }

  private PolygonAnswer answer(AskedGround ground) {
    boolean isRegion = ground.region().isPresent() && question.bufferMetres().isEmpty();
    return isRegion
        ? monitor.plotsWithin(ground.region().get())
        : monitor.plotsWithin(ground.geometry());
  }

  private Map<String, Object> head() {
    return object(
        "release", release.id(),
        "synthetic", release.isSynthetic(),
        "method", text(QueriesResource.method(question, monitor)));
  }

  private Rendered json() {
    Map<String, Object> members = head();
    List<Map<String, Object>> queries = new ArrayList<>();
    for (AskedGround ground : question.grounds()) {
      queries.add(query(ground));
    }
    members.put("queries", queries);
    return Answers.json(members);
  }

  private Map<String, Object> query(AskedGround ground) {
    PolygonAnswer answer = answer(ground);
    OutsideNote outside = new OutsideNote(answer);
    Map<String, Object> fields =
        object(
            "area_ha",
            PlotFields.hectares(answer.areaHectares()),
            "outside_ha",
            outside.hectares(),
            "vertices",
            answer.vertices(),
            "buffer_m",
            Fields.number(question.bufferMetres()),
            "region",
            ground
                .region()
                .map(ref -> object("region_set", ref.regionSet(), "code", ref.code()))
                .orElse(null),
            "repaired",
            ground.repaired().map(Fields::text).orElse(null),
            "border_plots",
            PlotFields.borderPlots(answer.totals()),
            "notes",
            outside.notes(),
            "totals",
            new PlotRows(answer.totals()));
    ground.plots().ifPresent(plots -> fields.put("plots", plots(plots)));
    if (question.echo()) {
      fields.put("geometry", GeoJsonShape.of(ground.geometry()));
    }
    return fields;
  }

  private static Map<String, Object> plots(AskedPlots plots) {
    return object("kind", plots.slot().kind(), "year", plots.slot().year(), "count", plots.count());
  }

  /** The number of a ground, from 1 on, and what is told of it; flat, for tables. */
  private Map<String, Object> ground(int number, AskedGround ground, PolygonAnswer answer) {
    OutsideNote outside = new OutsideNote(answer);
    Map<String, Object> fields =
        object(
            "query", number,
            "area_ha", PlotFields.hectares(answer.areaHectares()),
            "outside_ha", outside.hectares(),
            "vertices", answer.vertices(),
            "buffer_m", Fields.number(question.bufferMetres()),
            "region_set", ground.region().map(ref -> ref.regionSet()).orElse(null),
            "region_code", ground.region().map(ref -> ref.code()).orElse(null),
            "repaired_es", ground.repaired().map(mended -> mended.es()).orElse(null),
            "repaired_en", ground.repaired().map(mended -> mended.en()).orElse(null),
            "border_plots", PlotFields.borderPlots(answer.totals()));
    fields.putAll(outside.flatNote());
    return fields;
  }

  private Rendered geoJson() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Envelope extent = new Envelope();
    question
        .grounds()
        .forEach(ground -> extent.expandToInclude(ground.geometry().getEnvelopeInternal()));
    try (GeoJsonWriter writer =
        new GeoJsonWriter(out, GeoJsonWriter.FULL_DECIMALS, extent, head())) {
      int number = 0;
      for (AskedGround ground : question.grounds()) {
        PolygonAnswer answer = answer(ground);
        Map<String, Object> properties = ground(++number, ground, answer);
        ground.plots().ifPresent(plots -> properties.put("plots", plots(plots)));
        properties.put("totals", PlotFields.rows(answer.totals()));
        writer.feature(String.valueOf(number), Optional.of(ground.geometry()), properties);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Rendered(out.toByteArray(), Format.GEOJSON.contentType());
  }

  private Rendered csv(Format format) {
    List<Map<String, Object>> rows = new ArrayList<>();
    int number = 0;
    for (AskedGround ground : question.grounds()) {
      PolygonAnswer answer = answer(ground);
      Map<String, Object> fields = ground(++number, ground, answer);
      for (PlotTotals.Row total : answer.totals().rows()) {
        Map<String, Object> row = object("release", release.id());
        row.put("synthetic", release.isSynthetic());
        row.putAll(fields);
        row.putAll(PlotFields.row(total));
        rows.add(row);
      }
    }
    List<String> columns =
        Stream.of(
                GROUND,
                PlotFields.COLUMNS,
                monitor.isExact() ? List.<String>of() : PlotFields.BOUNDS,
                List.of("synthetic", "release"))
            .flatMap(List::stream)
            .toList();
    return Answers.csv(format, columns, rows);
  }
}
