package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.text;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.dataset.Release;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.PlotMap;
import org.yunga.core.monitor.PlotMapQuery;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.write.GeoJsonWriter;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Rendered;
import org.yunga.web.http.Responder;

/**
 * {@code /api/v1/plots}: plots of one kind and year in a rectangle of the map, one by one as
 * GeoJSON when they are few and may be shown, else as squares with sums.
 */
public final class PlotsResource {

  private static final Bilingual METHOD =
      new Bilingual(
          "Cuadrados de la proyección cilíndrica de áreas iguales de WGS 84, siempre en los mismos"
              + " lugares y enteros aunque el rectángulo los corte; una parcela está, con todo su"
              + " tamaño, en el de su punto interior.",
          "Squares of the cylindrical equal-area projection of WGS 84, always in the same places"
              + " and whole even where the rectangle cuts them; a plot is, with its whole size, in"
              + " that of its interior point.");

  private static final Bilingual PUBLIC_METHOD =
      AskedPolygon.joined(
          METHOD,
          new Bilingual(
              "Parcelas reales: solo grupos de tres o más que caben en un cuadrado; los que se"
                  + " reparten entre varios se cuentan en withheld y están en cuadrados mayores.",
              "Real plots: only groups of three or more that fit a square; those that spread over"
                  + " several are counted in withheld, and are in larger squares."));

  private static final int USUAL_LIMIT = 2_000;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final Answers answers;
  private final PlotAccess access;

  /** Answers from these; plots one by one to those who may see them. */
  public PlotsResource(Answers answers, PlotAccess access) {
    this.answers = answers;
    this.access = access;
  }

  /** The plots or squares of a rectangle. */
  public void list(Context context) {
    Parameters parameters =
        Parameters.of(context, "bbox", "kind", "year", "limit", Answers.RELEASE);
    Format format = Format.of(context, Format.JSON, Format.GEOJSON);
    Monitor monitor = access.monitor(context, answers.plotMonitor(context));
    Envelope box = parameters.box("bbox");
    PlotSlot slot = AskedSlot.of(parameters, monitor.snapshot());
    int limit = parameters.whole("limit", 1, PlotMapQuery.MOST_PLOTS, USUAL_LIMIT);
    Release release = monitor.snapshot().release();
    PlotMap map =
        monitor.plotsOnMap(
            new PlotMapQuery(
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                slot,
                limit,
                monitor.isExact()));
    Map<String, Object> head =
        object(
            "release", release.id(),
            "synthetic", release.isSynthetic(),
            "kind", slot.kind(),
            "year", slot.year());
    // never kept here: there are as many rectangles as ways to move a map
    Rendered body = render(map, head, monitor.isExact() ? METHOD : PUBLIC_METHOD, format);
    if (release.isSynthetic()) {
      Responder.send(context, body, Responder.REVALIDATE);
    } else {
      Responder.sendUnkept(context, body);
    }
  }

  private static Rendered render(
      PlotMap map, Map<String, Object> head, Bilingual method, Format format) {
    if (map instanceof PlotMap.Plots plots) {
      return collection(head, plots.plots().stream().map(PlotsResource::feature).toList());
    }
    PlotMap.Cells cells = (PlotMap.Cells) map;
    head.put("cell_m", Fields.number(cells.metres()));
    head.put("method", text(method));
    head.put("withheld", cells.withheld());
    if (format == Format.GEOJSON) {
      return collection(head, cells.cells().stream().map(PlotsResource::feature).toList());
    }
    Map<String, Object> fields = object("type", "cells");
    fields.putAll(head);
    fields.put("cells", cells.cells().stream().map(PlotsResource::cell).toList());
    return Answers.json(fields);
  }

  private static Map<String, Object> cell(PlotMap.Cell cell) {
    Map<String, Object> fields =
        object(
            "bbox",
            new double[] {
              GeoJsonShape.rounded(cell.west()),
              GeoJsonShape.rounded(cell.south()),
              GeoJsonShape.rounded(cell.east()),
              GeoJsonShape.rounded(cell.north())
            },
            "count",
            cell.totals().count());
    fields.putAll(PlotFields.sums(cell.totals()));
    return fields;
  }

  /** What is written as a GeoJSON feature. */
  private record Feature(String id, Geometry geometry, Map<String, Object> properties) {}

  private static Feature feature(PlotMap.Plot plot) {
    String name = plot.ref().toString();
    Map<String, Object> properties =
        object(
            "plot", name, "kind", plot.whole().slot().kind(), "year", plot.whole().slot().year());
    properties.putAll(PlotFields.sums(plot.whole()));
    return new Feature(name, plot.geometry(), properties);
  }

  private static Feature feature(PlotMap.Cell cell) {
    Envelope box = new Envelope(cell.west(), cell.east(), cell.south(), cell.north());
    Map<String, Object> properties = object("count", cell.totals().count());
    properties.putAll(PlotFields.sums(cell.totals()));
    return new Feature(null, GEOMETRIES.toGeometry(box), properties);
  }

  private static Rendered collection(Map<String, Object> head, List<Feature> features) {
    Envelope extent = new Envelope();
    features.forEach(feature -> extent.expandToInclude(feature.geometry().getEnvelopeInternal()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GeoJsonWriter writer = new GeoJsonWriter(out, GeoJsonWriter.FULL_DECIMALS, extent, head)) {
      for (Feature feature : features) {
        writer.feature(feature.id(), Optional.of(feature.geometry()), feature.properties());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Rendered(out.toByteArray(), Format.GEOJSON.contentType());
  }
}
