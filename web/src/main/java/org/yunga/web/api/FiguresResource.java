package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.text;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.monitor.Cell;
import org.yunga.core.monitor.FiguresAnswer;
import org.yunga.core.monitor.FiguresQuery;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.export.BoundaryTerms;
import org.yunga.geodata.export.FigureCitation;
import org.yunga.geodata.export.Places;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;
import org.yunga.web.http.Rendered;

/**
 * {@code /api/v1/figures}: the figures of one indicator over one region set, with totals, classes
 * and sources.
 */
public final class FiguresResource {

  private final Answers answers;

  /** Answers from these. */
  public FiguresResource(Answers answers) {
    this.answers = answers;
  }

  /** The figures that the parameters select. */
  public void list(Context context) {
    Parameters parameters =
        Parameters.of(
            context, "indicator", "region-set", "measure", "series", "period", Answers.RELEASE);
    Format format = Format.of(context, Answers.TABLES_AND_PLACES);
    Monitor monitor = answers.monitor(context);
    FiguresQuery query = query(parameters, monitor.snapshot());
    if (format.isFile()) {
      answers.sendFile(
          context,
          monitor.snapshot(),
          format,
          fileName(query),
          () -> FigureFiles.of(monitor, query, format));
      return;
    }
    Answers.fileName(context, fileName(query), format);
    answers.send(
        context,
        monitor.snapshot().release().number(),
        format,
        () -> render(monitor, query, format));
  }

  private static FiguresQuery query(Parameters parameters, Snapshot snapshot) {
    List<String> indicators =
        snapshot.catalogue().indicators().stream().map(Indicator::id).toList();
    List<String> sets = snapshot.catalogue().regionSets().stream().map(RegionSet::id).toList();
    return new FiguresQuery(
        parameters.get("indicator", indicators),
        parameters.get("region-set", sets),
        parameters.constant("measure", Measure.class, Measure.ACTUAL),
        parameters.find("series"),
        parameters.period("period"));
  }

  private static String fileName(FiguresQuery query) {
    StringBuilder name = new StringBuilder("yunga-" + query.indicator() + "-" + query.regionSet());
    if (query.measure() != Measure.ACTUAL) {
      name.append('-').append(text(query.measure()));
    }
    query.period().ifPresent(period -> name.append('-').append(period));
    query.series().ifPresent(series -> name.append('-').append(series));
    return name.toString();
  }

  private static Rendered render(Monitor monitor, FiguresQuery query, Format format) {
    FiguresAnswer answer = monitor.figures(query);
    return switch (format) {
      case JSON -> Answers.json(json(monitor.snapshot(), answer));
      case GEOJSON -> geoJson(monitor.snapshot(), answer);
      default -> csv(monitor.snapshot(), answer, format);
    };
  }

  private static Map<String, Object> json(Snapshot snapshot, FiguresAnswer answer) {
    Map<String, Object> members = FiguresJson.members(snapshot, answer);
    members.put("citation", text(FigureCitation.of(answer, answer.cells()).text()));
    members.put("datasets", datasets(answer));
    return members;
  }

  /** Those that the figures are from, with their licences. */
  private static List<Map<String, Object>> datasets(FiguresAnswer answer) {
    Set<String> ids =
        answer.cells().stream()
            .flatMap(cell -> cell.figure().stream())
            .map(Figure::dataset)
            .collect(Collectors.toSet());
    return answer.release().datasets().stream()
        .filter(dataset -> ids.contains(dataset.id()))
        .map(InfoResource::dataset)
        .toList();
  }

  private static Rendered csv(Snapshot snapshot, FiguresAnswer answer, Format format) {
    return Answers.csv(
        format,
        Fields.FIGURE,
        answer.allCells().stream()
            .map(cell -> FiguresJson.columns(snapshot, answer, cell))
            .toList());
  }

  /** One feature a region: so one period and one series, or the same region would come twice. */
  private static Rendered geoJson(Snapshot snapshot, FiguresAnswer answer) {
    Set<String> periods = new TreeSet<>();
    Set<String> series = new TreeSet<>();
    for (Cell cell : answer.cells()) {
      periods.add(cell.period().toString());
      series.add(cell.series());
    }
    requireOne("period", periods);
    requireOne("series", series);
    Map<Region, Map<String, Object>> properties = new LinkedHashMap<>();
    for (Cell cell : answer.allCells()) {
      Map<String, Object> fields = FiguresJson.columns(snapshot, answer, cell);
      fields.put("geometry_kind", Places.kind(cell.region().place()));
      fields.put("area_ha", Fields.areaHectares(cell.region().place()));
      properties.put(cell.region(), fields);
    }
    return Features.collection(snapshot, Features.Detail.FULL, metadata(answer), properties);
  }

  private static void requireOne(String parameter, Set<String> values) {
    if (values.size() > 1) {
      String names = String.join(", ", values);
      throw new ProblemException(
          Problem.parameter(
              "ambiguous_parameter",
              new Bilingual(
                  "Para GeoJSON indique un solo valor de '" + parameter + "'. Hay: " + names + ".",
                  "For GeoJSON give one '" + parameter + "'. There are: " + names + "."),
              parameter,
              null,
              List.copyOf(values)));
    }
  }

  /** What a partner needs to cite the file. */
  private static Map<String, Object> metadata(FiguresAnswer answer) {
    BoundaryTerms boundaries = BoundaryTerms.of(answer.release(), answer.regionSet());
    FigureCitation citation = FigureCitation.of(answer, answer.cells());
    return object(
        "release", answer.release().id(),
        "title", text(citation.title()),
        "sources", citation.sources(),
        "boundary_source", boundaries.source(),
        "boundary_licence", boundaries.licence(),
        "citation", text(citation.text()));
  }
}
