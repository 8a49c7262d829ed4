package org.yunga.web.sheet;

import java.awt.Color;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.dataset.Release;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.monitor.Cell;
import org.yunga.core.monitor.FiguresAnswer;
import org.yunga.core.monitor.FiguresQuery;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.export.BoundaryTerms;
import org.yunga.geodata.export.FigureCitation;
import org.yunga.web.api.MapWords;
import org.yunga.web.api.ShownFigures;

/** Finds what stands on a sheet. */
final class SheetContents {

  /** Outlines that give bearings where the regions shown are points, or few. */
  private static final String BACKGROUND = "departments";

  /** Ground shown round a region, as a share of its size. */
  private static final double ROUND_REGION = 0.25;

  private static final double ROUND_ALL = 0.02;

  /** Their names stand beside them. */
  private static final double ROUND_POINTS = 0.08;

  /** Degrees about a point, where nothing larger is shown. */
  private static final double ROUND_POINT = 0.5;

  private static final ZoneId LIMA = ZoneId.of("America/Lima");

  private final Snapshot snapshot;
  private final SheetQuestion question;
  private final ShownFigures figures;
  private final FiguresAnswer answer;
  private final MapWords words;

  private SheetContents(Monitor monitor, SheetQuestion question) {
    this.snapshot = monitor.snapshot();
    this.question = question;
    this.figures =
        ShownFigures.of(
            monitor,
            new FiguresQuery(
                question.indicator(),
                question.regionSet(),
                question.measure(),
                Optional.of(question.series()),
                Optional.of(question.period())),
            question.language());
    this.answer = figures.answer();
    this.words = figures.words();
  }

  /** The content of a sheet. */
  static SheetContent of(Monitor monitor, SheetQuestion question) {
    return new SheetContents(monitor, question).content();
  }

  private SheetContent content() {
    List<SheetContent.Area> areas = areas();
    return new SheetContent(
        question.language(),
        title(),
        words.in(answer.unit().name()),
        answer.release().isSynthetic()
            ? Optional.of(
                text("Datos sintéticos: no son mediciones", "Synthetic data: not measured"))
            : Optional.empty(),
        extent(areas),
        background(),
        areas,
        legend(),
        counted()
            ? Optional.of(
                text(
                    "El área del círculo sigue al valor.",
                    "The area of the circle follows the value."))
            : Optional.empty(),
        table(),
        notes(),
        imprint(),
        answer.release().publishedAt(),
        link());
  }

  private String title() {
    String sentence = words.sentence(answer, question.period(), question.series());
    return question
        .region()
        .map(ref -> snapshot.region(ref).name() + ": " + sentence)
        .orElse(sentence);
  }

  private String text(String es, String en) {
    return words.in(new Bilingual(es, en));
  }

  private List<SheetContent.Area> areas() {
    double largest =
        figures.cells().stream()
            .mapToDouble(cell -> Math.abs(cell.value().orElse(0)))
            .max()
            .orElse(0);
    List<SheetContent.Area> areas = new ArrayList<>();
    for (Cell cell : figures.cells()) {
      geometry(cell.region()).ifPresent(geometry -> areas.add(area(cell, geometry, largest)));
    }
    return areas;
  }

  private Optional<Geometry> geometry(Region region) {
    if (region.place() instanceof Place.ReferencePoint point) {
      return Optional.of(
          new GeometryFactory().createPoint(new Coordinate(point.longitude(), point.latitude())));
    }
    return snapshot.outline(region.ref());
  }

  private SheetContent.Area area(Cell cell, Geometry geometry, double largest) {
    boolean point = cell.region().place() instanceof Place.ReferencePoint;
    boolean counted = counted();
    Fill fill = fill(cell);
    Optional<SheetContent.Circle> circle = Optional.empty();
    boolean value = cell.state() == ValueState.VALUE;
    if (point || counted && value) {
      double share = value ? Math.abs(cell.value().getAsDouble()) / largest : 0;
      circle = Optional.of(new SheetContent.Circle(counted ? share : 0.08, fill));
    }
    return new SheetContent.Area(
        cell.region().name(),
        cell.state().hasValue() ? Optional.of(figures.value(cell)) : Optional.empty(),
        geometry,
        counted && value ? new Fill.Plain(Ink.LAND) : fill,
        circle,
        chosen(cell));
  }

  private boolean chosen(Cell cell) {
    return question.region().filter(cell.region().ref()::equals).isPresent();
  }

  /** Counts are not spread over areas. */
  private boolean counted() {
    return answer.indicator().display() == Indicator.Display.SYMBOL;
  }

  private Fill fill(Cell cell) {
    return figures
        .colour(cell)
        .<Fill>map(colour -> new Fill.Plain(Color.decode(colour)))
        .orElseGet(() -> Fill.of(cell.state()));
  }

  private Envelope extent(List<SheetContent.Area> areas) {
    Envelope extent = new Envelope();
    areas.stream()
        .filter(area -> question.region().isEmpty() || area.chosen())
        .forEach(area -> extent.expandToInclude(area.geometry().getEnvelopeInternal()));
    if (extent.isNull()) {
      background().forEach(outline -> extent.expandToInclude(outline.getEnvelopeInternal()));
    }
    if (extent.isNull()) {
      extent.init(-81.4, -68.6, -18.4, 0);
    }
    double size = Math.max(extent.getWidth(), extent.getHeight());
    boolean points = areas.stream().allMatch(area -> area.geometry().getArea() == 0);
    double share = question.region().isPresent() ? ROUND_REGION : points ? ROUND_POINTS : ROUND_ALL;
    extent.expandBy(size == 0 ? ROUND_POINT : size * share);
    return extent;
  }

  private List<Geometry> background() {
    boolean known =
        snapshot.catalogue().regionSets().stream().anyMatch(set -> set.id().equals(BACKGROUND));
    return !known
        ? List.of()
        : snapshot.regions(BACKGROUND).stream()
            .flatMap(region -> snapshot.outline(region.ref()).stream())
            .toList();
  }

  private List<SheetContent.LegendEntry> legend() {
    List<SheetContent.LegendEntry> entries = new ArrayList<>();
    answer
        .classification()
        .ifPresent(
            classes -> {
              for (int i = 0; i < classes.size(); i++) {
                String label = words.bounds(classes.lowerBounds(), i);
                Fill fill = new Fill.Plain(Color.decode(figures.colours().get(i)));
                entries.add(new SheetContent.LegendEntry(fill, counted(), label));
              }
            });
    figures
        .states()
        .forEach(
            state ->
                entries.add(
                    new SheetContent.LegendEntry(Fill.of(state), false, words.state(state))));
    return entries;
  }

  private SheetContent.Table table() {
    List<SheetContent.Row> foot = new ArrayList<>();
    for (FiguresAnswer.Total total : answer.totals()) {
      foot.add(
          new SheetContent.Row(
              text("Suma", "Sum"), words.value(answer.unit(), total.sum()), false));
      total
          .published()
          .filter(figure -> figure.value().isPresent())
          .ifPresent(
              figure ->
                  foot.add(
                      new SheetContent.Row(
                          text("Total publicado", "Published total"),
                          words.value(answer.unit(), figure.value().getAsDouble()),
                          false)));
    }
    figures
        .others()
        .forEach(
            (state, count) ->
                foot.add(
                    new SheetContent.Row(
                        words.state(state), words.regions(answer.regionSet(), count), false)));
    return new SheetContent.Table(
        words.in(answer.regionSet().name()),
        figures.ranked().stream()
            .map(
                cell ->
                    new SheetContent.Row(cell.region().name(), figures.value(cell), chosen(cell)))
            .toList(),
        foot);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    FigureCitation citation = FigureCitation.of(answer, answer.cells());
    if (!citation.sources().isEmpty()) {
      notes.add(text("Fuentes: ", "Sources: ") + String.join("; ", citation.sources()) + ".");
    }
    notes.add(words.in(answer.indicator().definition()));
    snapshot.catalogue().breaks().stream()
        .filter(seriesBreak -> seriesBreak.indicator().equals(question.indicator()))
        .forEach(
            seriesBreak ->
                notes.add(
                    text("Quiebre ", "Break ")
                        + seriesBreak.after()
                        + "/"
                        + seriesBreak.before()
                        + ": "
                        + words.in(seriesBreak.explanation())));
    notes.add(ground());
    return notes;
  }

  private String ground() {
    boolean bounded =
        snapshot.regions(question.regionSet()).stream()
            .anyMatch(region -> region.place() instanceof Place.Boundary);
    if (!bounded) {
      return text(
          "Los límites de estas regiones no están publicados: los puntos solo las ubican.",
          "The boundaries of these regions are not published: the points only place them.");
    }
    BoundaryTerms terms = BoundaryTerms.of(answer.release(), answer.regionSet());
    return text("Límites: ", "Boundaries: ") + terms.source() + " (" + terms.licence() + ").";
  }

  private String imprint() {
    Release release = answer.release();
    String date =
        DateTimeFormatter.ofPattern(
                question.language().equals("es") ? "dd/MM/yyyy" : "d MMMM yyyy", Locale.ENGLISH)
            .format(release.publishedAt().atZone(LIMA));
    return text(
            "Yunga, entrega %s del %s. Proyección transversa de Mercator, WGS 84.",
            "Yunga, release %s of %s. Transverse Mercator projection, WGS 84.")
        .formatted(release.id(), date);
  }

  /** The app's address of this view; the app keeps old addresses working. */
  private String link() {
    StringBuilder link = new StringBuilder(question.address()).append('/');
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("indicator", question.indicator());
    parameters.put("region-set", question.regionSet());
    parameters.put("measure", question.measure().name().toLowerCase(Locale.ROOT));
    parameters.put("period", question.period().toString());
    parameters.put("series", question.series());
    question.region().ifPresent(region -> parameters.put("region", region.code()));
    parameters.put("lang", question.language());
    if (question.pinned()) {
      parameters.put("release", answer.release().id());
    }
    parameters.forEach(
        (name, value) ->
            link.append(link.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2F", "/")));
    return link.toString();
  }
}
