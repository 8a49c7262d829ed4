package org.yunga.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What goes into a tree comes out again. */
class PlotShapesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))",
        "POLYGON ((0 0, 0 4, 4 4, 4 0, 0 0), (1 1, 2 1, 2 2, 1 1), (3 3, 3 3.5, 3.5 3, 3 3))",
        "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0), (4 1, 5 2, 5 1, 4 1)), ((20 0, 29 0, 29 9, 20 0)))",
        "LINESTRING (0 0, 1 5, 2 2)",
        "MULTILINESTRING ((0 0, 1 5), (7 7, 8 8, 9 7))",
        "POINT (3 4)",
        "MULTIPOINT ((3 4), (5 6))"
      })
  void comeOutAsTheyWentIn(String wkt) throws ParseException {
    Geometry plot = new WKTReader().read(wkt);
    AggregateTreeBuilder builder = new AggregateTreeBuilder(1);
    builder.add(0, plot);

    Geometry shape = PlotShapes.of(builder.build(), 0);

    assertThat(shape.norm()).isEqualTo(plot.norm());
    assertThat(shape.isValid()).isTrue();
  }
}
