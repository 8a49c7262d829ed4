package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.text;

import io.javalin.http.Context;
import java.util.Map;
import org.yunga.core.dataset.Release;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.NearPlot;
import org.yunga.core.monitor.NearestQuery;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.space.PointDistance;
import org.yunga.core.text.Bilingual;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Responder;

/** {@code /api/v1/nearest}: the plots of one kind and year that are nearest to a point. */
public final class NearestResource {

  private static final Bilingual METHOD =
      new Bilingual(
          "Distancia sobre el elipsoide WGS 84 hasta el contorno de la parcela, 0 dentro de ella;"
              + " no se busca más lejos que reach_m.",
          "Distance on the WGS 84 ellipsoid to the plot's outline, 0 inside it; nothing farther"
              + " than reach_m is looked for.");

  private static final int USUAL_NUMBER = 10;

  /** Millimetres. */
  private static final double KEPT = 1e3;

  private final Answers answers;
  private final PlotAccess access;

  /** Answers from these, to those who may see plots. */
  public NearestResource(Answers answers, PlotAccess access) {
    this.answers = answers;
    this.access = access;
  }

  /** The nearest plots. */
  public void list(Context context) {
    Parameters parameters =
        Parameters.of(context, "lon", "lat", "kind", "year", "n", Answers.RELEASE);
    Format.of(context, Format.JSON);
    Monitor monitor = answers.plotMonitor(context);
    Release release = monitor.snapshot().release();
    access.check(context, release);
    NearestQuery query =
        new NearestQuery(
            parameters.degrees("lon", 180),
            parameters.degrees("lat", PointDistance.MOST_LATITUDE),
            AskedSlot.of(parameters, monitor.snapshot()),
            parameters.whole("n", 1, NearestQuery.MOST_PLOTS, USUAL_NUMBER));
    PlotSlot slot = query.slot();
    Responder.sendUnkept(
        context,
        Answers.json(
            object(
                "release", release.id(),
                "synthetic", release.isSynthetic(),
                "kind", slot.kind(),
                "year", slot.year(),
                "reach_m", Fields.number(PointDistance.MOST_METRES),
                "method", text(METHOD),
                "plots", monitor.plotsNearest(query).stream().map(NearestResource::row).toList())));
  }

  private static Map<String, Object> row(NearPlot near) {
    Map<String, Object> fields =
        object(
            "plot", near.ref().toString(),
            "kind", near.whole().slot().kind(),
            "year", near.whole().slot().year(),
            "distance_m", Fields.number(Math.round(near.metres() * KEPT) / KEPT),
            "longitude", GeoJsonShape.rounded(near.longitude()),
            "latitude", GeoJsonShape.rounded(near.latitude()));
    fields.putAll(PlotFields.sums(near.whole()));
    return fields;
  }
}
