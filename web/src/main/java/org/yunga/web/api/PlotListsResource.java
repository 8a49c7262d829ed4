package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yunga.core.dataset.Release;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.PlotList;
import org.yunga.core.monitor.PlotListQuery;
import org.yunga.core.plot.PlotRef;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.text.Bilingual;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;
import org.yunga.web.http.Rendered;
import org.yunga.web.http.Responder;

/**
 * {@code POST /api/v1/queries/plots}: the plots that make up the totals of one ground, page by
 * page. A cursor names its release: pages of two releases never mix.
 */
public final class PlotListsResource {

  private static final int USUAL_PAGE = 100;
  private static final Pattern CURSOR = Pattern.compile("([0-9]{1,18}):(.{1,300})");

  /** Decimals of a fixed-point unit, a square millimetre, in hectares. */
  private static final int HECTARE_DECIMALS = 10;

  private final Answers answers;
  private final PlotAccess access;
  private final LargeQuestions large;

  /** Answers from these, to those who may see plots. */
  public PlotListsResource(Answers answers, PlotAccess access, LargeQuestions large) {
    this.answers = answers;
    this.access = access;
    this.large = large;
  }

  /** One page. */
  public void post(Context context) {
    Parameters.of(context, Answers.RELEASE);
    Format.of(context, Format.JSON);
    Monitor monitor = access.monitor(context, answers.plotMonitor(context));
    Release release = monitor.snapshot().release();
    if (!monitor.isExact()) {
      throw PlotAccess.notPublic();
    }
    JsonNode body = QueryBody.read(context);
    List<PlotSlot> slots = monitor.snapshot().plotSlots();
    Optional<JsonNode> kind =
        known(body, "kind", slots.stream().map(slot -> '"' + slot.kind() + '"').toList());
    Optional<JsonNode> year =
        known(body, "year", slots.stream().map(slot -> "" + slot.year()).toList());
    int limit = limit(body);
    Optional<PlotRef> after = after(body, release);
    Responder.sendUnkept(context, large.run(() -> page(body, monitor, kind, year, after, limit)));
  }

  private static Rendered page(
      JsonNode body,
      Monitor monitor,
      Optional<JsonNode> kind,
      Optional<JsonNode> year,
      Optional<PlotRef> after,
      int limit) {
    Release release = monitor.snapshot().release();
    Question question = Question.of(body, monitor, LargeQuestions.patience());
    if (question.grounds().size() != 1) {
      throw notOneGround(question.grounds().size());
    }
    PlotList page =
        monitor.plotsListed(
            new PlotListQuery(
                question.grounds().get(0).geometry(),
                kind.map(JsonNode::asText),
                year.map(node -> OptionalInt.of(node.asInt())).orElse(OptionalInt.empty()),
                after,
                limit));
    return Answers.json(
        object(
            "release", release.id(),
            "synthetic", release.isSynthetic(),
            "method", text(QueriesResource.method(question, monitor)),
            "plots", page.plots().stream().map(PlotListsResource::row).toList(),
            "next", page.next().map(ref -> release.id() + ":" + ref).orElse(null)));
  }

  /** Hectares to the square millimetre, so that all pages add up to the total. */
  private static Map<String, Object> row(PlotList.Item item) {
    return object(
        "plot", item.ref().toString(),
        "kind", item.slot().kind(),
        "year", item.slot().year(),
        "hectares", BigDecimal.valueOf(item.size(), HECTARE_DECIMALS),
        "hectares_inside", BigDecimal.valueOf(item.inside(), HECTARE_DECIMALS),
        "counts", item.counts());
  }

  private static Optional<JsonNode> known(JsonNode body, String name, List<String> allowed) {
    JsonNode node = body.get(name);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    if (allowed.contains(node.toString())) {
      return Optional.of(node);
    }
    String some = String.join(", ", allowed.stream().distinct().sorted().toList());
    throw Question.member(
        "unknown_" + name,
        "/" + name,
        node,
        new Bilingual(
            "no hay parcelas de " + Question.shown(node) + ". Use uno de: " + some + ".",
            "there are no plots of " + Question.shown(node) + ". Use one of: " + some + "."));
  }

  private static int limit(JsonNode body) {
    JsonNode node = body.get("limit");
    if (node == null || node.isNull()) {
      return USUAL_PAGE;
    }
    if (node.isInt() && node.asInt() >= 1 && node.asInt() <= PlotListQuery.MOST_PLOTS) {
      return node.asInt();
    }
    throw Question.member(
        "invalid_limit",
        "/limit",
        node,
        new Bilingual(
            "escriba un número entero de 1 a " + PlotListQuery.MOST_PLOTS + ".",
            "write a whole number from 1 to " + PlotListQuery.MOST_PLOTS + "."));
  }

  private static Optional<PlotRef> after(JsonNode body, Release release) {
    JsonNode node = body.get("after");
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    Matcher cursor = CURSOR.matcher(node.isTextual() ? node.asText() : "");
    Optional<PlotRef> ref = cursor.matches() ? PlotRef.parse(cursor.group(2)) : Optional.empty();
    if (ref.isEmpty()) {
      throw Question.member(
          "invalid_cursor",
          "/after",
          node,
          new Bilingual(
              "copie aquí el valor de next de la página anterior, sin cambiarlo.",
              "copy the value of next of the page before, unchanged."));
    }
    if (!cursor.group(1).equals(release.id())) {
      throw new ProblemException(
          Problem.of(
              410,
              "release_has_changed",
              new Bilingual(
                  "La página anterior es de la entrega "
                      + cursor.group(1)
                      + " y ahora rige la "
                      + release.id()
                      + ". Empiece de nuevo sin after.",
                  "The page before is of release "
                      + cursor.group(1)
                      + ", and now "
                      + release.id()
                      + " is in force. Start again without after.")));
    }
    return ref;
  }

  private static ProblemException notOneGround(int grounds) {
    return new ProblemException(
        Problem.of(
            400,
            "several_grounds",
            new Bilingual(
                "Vinieron "
                    + grounds
                    + " polígonos o regiones; la lista es de uno. Envíe uno, o \"union\": true.",
                "There are "
                    + grounds
                    + " polygons or regions; a list is of one. Send one, or \"union\": true.")));
  }
}
