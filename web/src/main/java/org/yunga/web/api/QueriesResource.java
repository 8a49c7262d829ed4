package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.PolygonAnswer;
import org.yunga.core.text.Bilingual;
import org.yunga.core.work.Patience;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Rendered;
import org.yunga.web.http.Responder;

/**
 * {@code POST /api/v1/queries}: totals of plots within polygons that come with the request, within
 * regions, or within a distance of either. Nothing is kept of a request.
 */
public final class QueriesResource {

  /** How buffers are made, for people. */
  static final Bilingual BUFFER_METHOD =
      new Bilingual(
          "Distancia geodésica sobre WGS 84: franjas de un grado en Mercator transversal, esquinas"
              + " redondas de 16 segmentos por cuadrante, unidas; su área es la que se indica.",
          "Geodesic distance on WGS 84: strips of one degree in transverse Mercator, round corners"
              + " of 16 segments a quadrant, united; the area is the one that is told.");

  private final Answers answers;
  private final PlotAccess access;
  private final LargeQuestions large;

  /** Answers from these; exactly to those who may see plots. */
  public QueriesResource(Answers answers, PlotAccess access, LargeQuestions large) {
    this.answers = answers;
    this.access = access;
    this.large = large;
  }

  /** Answers each ground of the body. */
  public void post(Context context) {
    Parameters.of(context, Answers.RELEASE);
    Format.of(context, Format.JSON);
    Monitor monitor = access.monitor(context, answers.plotMonitor(context));
    JsonNode sent = QueryBody.read(context);
    Responder.sendUnkept(
        context,
        LargeQuestions.isLarge(context, sent)
            ? large.run(() -> answered(sent, monitor, LargeQuestions.patience()))
            : answered(sent, monitor, Patience.ENDLESS));
  }

  private static Rendered answered(JsonNode body, Monitor monitor, Patience patience) {
    Question question = Question.of(body, monitor, patience);
    List<Map<String, Object>> queries =
        question.grounds().stream()
            .map(ground -> query(question, ground, answer(question, ground, monitor)))
            .toList();
    return Answers.json(
        object(
            "release", monitor.snapshot().release().id(),
            "synthetic", monitor.snapshot().release().isSynthetic(),
            "method", text(method(question, monitor)),
            "queries", queries));
  }

  /** How the numbers are made, and the buffers where there are any. */
  static Bilingual method(Question question, Monitor monitor) {
    Bilingual method = PlotFields.method(monitor);
    return question.bufferMetres().isPresent()
        ? AskedPolygon.joined(method, BUFFER_METHOD)
        : method;
  }

  private static PolygonAnswer answer(Question question, AskedGround ground, Monitor monitor) {
    boolean isRegion = ground.region().isPresent() && question.bufferMetres().isEmpty();
    return isRegion
        ? monitor.plotsWithin(ground.region().get())
        : monitor.plotsWithin(ground.geometry());
  }

  private static Map<String, Object> query(
      Question question, AskedGround ground, PolygonAnswer answer) {
    Map<String, Object> fields =
        object(
            "area_ha",
            PlotFields.hectares(answer.areaHectares()),
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
}
