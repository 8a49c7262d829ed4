package org.yunga.web.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.InteriorPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.AggregateTreeBuilder;
import org.yunga.core.space.EqualAreaFrame;

/**
 * Plots, drawn polygons and divisions, in metres of the equal-area frame: the same for everyone.
 */
final class EngineData {

  /** Kinds of plot; a slot is a kind and a year. */
  static final List<String> KINDS = List.of("coca", "erad", "parcel", "refo");

  static final int FIRST_YEAR = 2010;
  static final int YEARS = 15;
  static final int SLOTS = KINDS.size() * YEARS;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A plot, with the interior point where it counts. */
  record Plot(int slot, Geometry shape, Coordinate inside) {}

  private EngineData() {}

  static String kind(int slot) {
    return KINDS.get(slot / YEARS);
  }

  static int year(int slot) {
    return FIRST_YEAR + slot % YEARS;
  }

  static int slot(String kind, int year) {
    return KINDS.indexOf(kind) * YEARS + year - FIRST_YEAR;
  }

  /** Plots of a file with the columns kind, year and wkt (longitude, latitude). */
  static List<Plot> plots(Path file) throws IOException {
    List<Plot> plots = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord record : records) {
        Geometry shape = EqualAreaFrame.project(wkt(record.getField("wkt")));
        int slot = slot(record.getField("kind"), Integer.parseInt(record.getField("year")));
        plots.add(new Plot(slot, shape, InteriorPoint.getInteriorPoint(shape)));
      }
    }
    return plots;
  }

  static Geometry wkt(String wkt) {
    try {
      return new WKTReader(FACTORY).read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  /**
   * Polygons by class from a file with the columns cls and wkt4326; points are left out.
   *
   * @return longitude and latitude
   */
  static Map<String, List<Geometry>> queries(Path file) throws IOException {
    Map<String, List<Geometry>> queries = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord record : records) {
        Geometry query = wkt(record.getField("wkt4326"));
        if (query instanceof Polygon) {
          queries.computeIfAbsent(record.getField("cls"), unused -> new ArrayList<>()).add(query);
        }
      }
    }
    return queries;
  }

  /** The same geometries in metres. */
  static List<Geometry> metres(List<Geometry> degrees) {
    return degrees.stream().map(EqualAreaFrame::project).toList();
  }

  /**
   * Polygons of a GeoJSON file by their code, made valid.
   *
   * @param code name of the property that holds it
   * @param detail refines the edges, or leaves them
   */
  static Map<String, Geometry> divisions(Path file, String code, Detail detail) throws IOException {
    Map<String, Geometry> divisions = new LinkedHashMap<>();
    for (JsonNode feature : new ObjectMapper().readTree(file.toFile()).get("features")) {
      JsonNode geometry = feature.get("geometry");
      if (geometry != null && !geometry.isNull()) {
        boolean several = geometry.get("type").asText().equals("MultiPolygon");
        JsonNode coordinates = geometry.get("coordinates");
        List<Polygon> parts = new ArrayList<>();
        for (JsonNode part : several ? coordinates : List.of(coordinates)) {
          parts.add(polygon(part, detail));
        }
        divisions.put(
            feature.get("properties").get(code).asText(),
            GeometryFixer.fix(FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new))));
      }
    }
    return divisions;
  }

  private static Polygon polygon(JsonNode rings, Detail detail) {
    List<LinearRing> linear = new ArrayList<>();
    for (JsonNode ring : rings) {
      List<Coordinate> points = new ArrayList<>();
      for (JsonNode position : ring) {
        double x = EqualAreaFrame.x(position.get(0).asDouble());
        points.add(new Coordinate(x, EqualAreaFrame.y(position.get(1).asDouble())));
      }
      linear.add(FACTORY.createLinearRing(detail.refine(points).toArray(Coordinate[]::new)));
    }
    return FACTORY.createPolygon(
        linear.get(0), linear.subList(1, linear.size()).toArray(LinearRing[]::new));
  }

  static AggregateTree tree(List<Plot> plots) {
    AggregateTreeBuilder builder = new AggregateTreeBuilder(SLOTS);
    for (Plot plot : plots) {
      builder.add(plot.slot(), plot.shape());
    }
    return builder.build();
  }
}
