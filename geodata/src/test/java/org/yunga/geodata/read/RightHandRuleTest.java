package org.yunga.geodata.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class RightHandRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POLYGON ((0 0, 9 0, 9 9, 0 0))                                   | 0 | POLYGON ((0 0, 9 0, 9 9, 0 0))
          POLYGON ((0 0, 9 9, 9 0, 0 0))                                   | 1 | POLYGON ((0 0, 9 0, 9 9, 0 0))
          POLYGON ((0 0, 9 0, 9 9, 0 0), (4 1, 5 1, 5 2, 4 1))             | 0 | POLYGON ((0 0, 9 0, 9 9, 0 0), (4 1, 5 2, 5 1, 4 1))
          MULTIPOLYGON (((0 0, 9 9, 9 0, 0 0)), ((20 0, 29 0, 29 9, 20 0))) | 1 | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((20 0, 29 0, 29 9, 20 0)))
          POLYGON EMPTY                                                    | 0 | POLYGON EMPTY
          """)
  void turnsRings(String wkt, int clockwise, String turned) throws ParseException {
    Geometry given = new WKTReader().read(wkt);

    assertThat(RightHandRule.clockwiseShells(given)).isEqualTo(clockwise);
    assertThat(RightHandRule.applied(given)).hasToString(turned);
    assertThat(given).hasToString(wkt);
  }
}
