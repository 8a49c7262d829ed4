package org.yunga.web.api;

import java.util.List;
import org.yunga.core.monitor.FiguresQuery;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.export.ExportTable;
import org.yunga.geodata.export.FigureExport;
import org.yunga.geodata.files.TableFile;
import org.yunga.web.http.Format;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;

/** Figures as files: what the command {@code export} writes, over HTTP. */
public final class FigureFiles {

  private FigureFiles() {}

  /**
   * The tables of a file of figures. A workbook has all series in one sheet, a GeoPackage a layer
   * for each series; other formats with places hold one series.
   *
   * @throws ProblemException 400 when there are several series for a format that holds one
   */
  static List<ExportTable> of(Monitor monitor, FiguresQuery query, Format format) {
    FigureExport export = new FigureExport(monitor, query);
    if (format == Format.XLSX) {
      return List.of(export.table());
    }
    if (format != Format.GEOPACKAGE && export.series().size() > 1) {
      throw ambiguous(format.id(), List.copyOf(export.series()));
    }
    return layers(export);
  }

  /** A layer for each series, drawn in the colours of the map. */
  public static List<ExportTable> layers(FigureExport export) {
    return export.layers(
        export.classes() == 0 ? List.of() : Palettes.colours(export.palette(), export.classes()));
  }

  private static ProblemException ambiguous(String format, List<String> series) {
    String names = String.join(", ", series);
    return new ProblemException(
        Problem.parameter(
            "ambiguous_parameter",
            new Bilingual(
                "f="
                    + format
                    + " lleva una sola serie: indique 'series', o pida f="
                    + TableFile.GEOPACKAGE
                    + ". Hay: "
                    + names
                    + ".",
                "f="
                    + format
                    + " holds one series: give 'series', or ask for f="
                    + TableFile.GEOPACKAGE
                    + ". There are: "
                    + names
                    + "."),
            "series",
            null,
            series));
  }
}
