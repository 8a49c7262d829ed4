package org.yunga.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import org.yunga.core.monitor.Monitor;
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
    Format format = Format.of(context, Format.JSON, Format.GEOJSON, Format.CSV, Format.CSV_EXCEL);
    Monitor monitor = access.monitor(context, answers.plotMonitor(context));
    JsonNode sent = QueryBody.read(context);
    Answers.fileName(context, "yunga-query", format);
    Responder.sendUnkept(
        context,
        LargeQuestions.isLarge(context, sent)
            ? large.run(() -> answered(sent, monitor, format, LargeQuestions.patience()))
            : answered(sent, monitor, format, Patience.ENDLESS));
  }

  private static Rendered answered(
      JsonNode body, Monitor monitor, Format format, Patience patience) {
    Question question = Question.of(body, monitor, patience);
    return new QueryAnswers(question, monitor).render(format);
  }

  /** How the numbers are made, and the buffers where there are any. */
  static Bilingual method(Question question, Monitor monitor) {
    Bilingual method = PlotFields.method(monitor);
    return question.bufferMetres().isPresent()
        ? AskedPolygon.joined(method, BUFFER_METHOD)
        : method;
  }
}
