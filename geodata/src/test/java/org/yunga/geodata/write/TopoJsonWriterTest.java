package org.yunga.geodata.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Shared arcs, read back by the rules of the specification. */
class TopoJsonWriterTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  @Test
  void aBorderOfTwoRegionsStandsOnce() throws Exception {
    JsonNode file =
        written(
            "POLYGON ((0 0, 2 0, 2 1, 2 2, 0 2, 0 0))", "POLYGON ((2 0, 4 0, 4 2, 2 2, 2 1, 2 0))");

    // its own side of each, and the line between them
    assertThat(file.get("arcs")).hasSize(3);
    List<Integer> arcs = new ArrayList<>();
    file.at("/objects/regions/geometries")
        .forEach(region -> region.at("/arcs/0").forEach(arc -> arcs.add(arc.asInt())));
    assertThat(arcs).anyMatch(arc -> arcs.contains(~arc));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // apart
        "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))|POLYGON ((5 5, 6 5, 6 6, 5 6, 5 5))",
        // an island in a hole, begun elsewhere and the other way round
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))"
            + "|POLYGON ((6 6, 3 6, 3 3, 6 3, 6 6))",
        // three that meet in a point, and one that touches a corner only
        "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))|POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))"
            + "|POLYGON ((0 1, 1 1, 2 1, 2 2, 0 2, 0 1))|POLYGON ((2 2, 3 2, 3 3, 2 3, 2 2))",
        // several parts
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((-76.123 -9.5, -76 -9.5, -76 -9.4, -76.123 -9.5)))"
            + "|POLYGON ((0 0, 1 1, 0 1, 0 0))"
      })
  void whatIsReadIsWhatWasWritten(String regions) throws Exception {
    String[] given = regions.split("\\|");
    JsonNode file = written(given);

    for (int i = 0; i < given.length; i++) {
      assertThat(read(file, i).equalsTopo(new WKTReader().read(given[i]))).as(given[i]).isTrue();
    }
  }

  @Test
  void whatIsTooSmallForTheGridOrHasNoPlaceHasNoGeometry() throws Exception {
    TopoJsonWriter writer = new TopoJsonWriter();
    writer.add(Optional.of(geometry("POLYGON ((0 0, 0.0001 0, 0 0.0001, 0 0))")), Map.of("c", 1));
    writer.add(Optional.empty(), Map.of("c", 2));
    writer.add(Optional.of(geometry("POINT (-76.1234 -9.5)")), Map.of("c", 3));
    JsonNode regions = json(writer).at("/objects/regions/geometries");

    assertThat(regions.get(0).get("type").isNull()).isTrue();
    assertThat(regions.get(1).get("type").isNull()).isTrue();
    assertThat(regions.at("/2/coordinates/0").asInt()).isEqualTo(-76_123);
    assertThat(regions.at("/2/properties/c").asInt()).isEqualTo(3);
  }

  private static JsonNode written(String... regions) throws Exception {
    TopoJsonWriter writer = new TopoJsonWriter();
    for (String region : regions) {
      writer.add(Optional.of(geometry(region)), Map.of());
    }
    return json(writer);
  }

  private static JsonNode json(TopoJsonWriter writer) throws IOException {
    return new ObjectMapper().readTree(writer.bytes(Map.of("region_set", "test")));
  }

  private static Geometry geometry(String wkt) throws ParseException {
    return new WKTReader().read(wkt);
  }

  private static Geometry read(JsonNode file, int region) {
    JsonNode object = file.at("/objects/regions/geometries/" + region);
    if (object.get("type").asText().equals("Polygon")) {
      return polygon(file, object.get("arcs"));
    }
    List<Polygon> parts = new ArrayList<>();
    object.get("arcs").forEach(part -> parts.add(polygon(file, part)));
    return FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  private static Polygon polygon(JsonNode file, JsonNode rings) {
    List<LinearRing> read = new ArrayList<>();
    for (JsonNode ring : rings) {
      List<Coordinate> points = new ArrayList<>();
      for (JsonNode number : ring) {
        List<Coordinate> arc = arc(file, number.asInt());
        points.addAll(points.isEmpty() ? arc : arc.subList(1, arc.size()));
      }
      read.add(FACTORY.createLinearRing(points.toArray(Coordinate[]::new)));
    }
    return FACTORY.createPolygon(
        read.get(0), read.subList(1, read.size()).toArray(LinearRing[]::new));
  }

  private static List<Coordinate> arc(JsonNode file, int number) {
    List<Coordinate> points = new ArrayList<>();
    int x = 0;
    int y = 0;
    for (JsonNode step : file.at("/arcs/" + (number < 0 ? ~number : number))) {
      x += step.get(0).asInt();
      y += step.get(1).asInt();
      points.add(number < 0 ? 0 : points.size(), new Coordinate(x / 1000.0, y / 1000.0));
    }
    return points;
  }
}
