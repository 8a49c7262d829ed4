package org.yunga.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.monitor.AroundPlots;
import org.yunga.core.monitor.AroundPlotsQuery;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.work.Patience;
import org.yunga.core.work.TooMuchWorkException;

/**
 * Plots that the body of a request asks to look round.
 *
 * @param slot their kind and year
 * @param count how many
 */
record AskedPlots(PlotSlot slot, long count) {

  /**
   * The ground within a distance of plots: {@code {"plots": {"kind": ..., "year": ...}, "buffer_m":
   * ..., "within": {"region": ...} or {"geometry": ...}}}.
   */
  static AskedGround ground(
      JsonNode body, Monitor monitor, OptionalDouble buffer, Patience patience) {
    if (!monitor.isExact()) {
      throw PlotAccess.notPublic();
    }
    PlotSlot slot = slot(body.get("plots"), monitor);
    if (buffer.isEmpty()) {
      throw Question.member(
          "missing_buffer",
          "/buffer_m",
          null,
          new Bilingual(
              "falta la distancia alrededor de las parcelas. Agregue por ejemplo \"buffer_m\":"
                  + " 1000.",
              "the distance round the plots is missing. Add for example \"buffer_m\": 1000."));
    }
    AskedGround within = within(body.get("within"), monitor);
    try {
      AroundPlots around =
          monitor.groundAroundPlots(
              new AroundPlotsQuery(slot, within.geometry(), buffer.getAsDouble()), patience);
      return new AskedGround(
          around.geometry(),
          within.repaired(),
          within.region(),
          Optional.of(new AskedPlots(slot, around.plots())));
    } catch (TooMuchWorkException e) {
      throw e;
    } catch (ExplainedException e) {
      String place = e.code().startsWith("buffer_") ? "/buffer_m" : "/within";
      throw Question.member(e.code(), place, null, e.explanation());
    }
  }

  private static PlotSlot slot(JsonNode plots, Monitor monitor) {
    List<PlotSlot> slots = monitor.snapshot().plotSlots();
    String kind = known(plots, "kind", slots, slot -> '"' + slot.kind() + '"').asText();
    int year = known(plots, "year", slots, slot -> "" + slot.year()).asInt();
    return new PlotSlot(kind, year);
  }

  private static JsonNode known(
      JsonNode plots, String name, List<PlotSlot> slots, Function<PlotSlot, String> written) {
    JsonNode node = plots.path(name);
    List<String> allowed = slots.stream().map(written).distinct().sorted().toList();
    if (allowed.contains(node.toString())) {
      return node;
    }
    String some = String.join(", ", allowed);
    String given = node.isMissingNode() ? "null" : Question.shown(node);
    throw Question.member(
        "unknown_" + name,
        "/plots/" + name,
        node.isMissingNode() ? null : node,
        new Bilingual(
            "no hay parcelas de " + given + ". Use uno de: " + some + ".",
            "there are no plots of " + given + ". Use one of: " + some + "."));
  }

  private static AskedGround within(JsonNode within, Monitor monitor) {
    boolean region = within != null && within.has("region");
    boolean geometry = within != null && within.has("geometry");
    if (region == geometry) {
      throw Question.member(
          "invalid_within",
          "/within",
          within,
          new Bilingual(
              "diga alrededor de qué parcelas: {\"region\": {\"region_set\": ..., \"code\": ...}}"
                  + " o {\"geometry\": {...}}, uno de los dos.",
              "say round which plots: {\"region\": {\"region_set\": ..., \"code\": ...}} or"
                  + " {\"geometry\": {...}}, one of them."));
    }
    if (region) {
      return AskedRegions.one(within.get("region"), "/within/region", monitor);
    }
    AskedPolygon.Read read = AskedPolygon.read(within.get("geometry"), "/within/geometry", false);
    List<Geometry> geometries = List.of(read.geometry());
    Question.checkVertices(geometries, Limits.VERTICES);
    return AskedGround.of(AskedPolygon.of(read, new RepairBudget()));
  }
}
