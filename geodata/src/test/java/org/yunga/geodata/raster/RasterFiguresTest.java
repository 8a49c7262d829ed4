package org.yunga.geodata.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Source;
import org.yunga.core.figure.Status;
import org.yunga.core.figure.ValueState;
import org.yunga.core.region.RegionRef;

class RasterFiguresTest {

  private static final RasterFigures LOSS =
      new RasterFigures(
          "forest_loss",
          "GEOBOSQUES",
          Status.FINAL,
          new Source("Mapa de pérdida", "loss.tif"),
          RasterFigures.years(2000, 23, 24));

  @Test
  void takesTheYearFromTheClass() {
    List<Figure> figures =
        figures(new ZoneHectares(new TreeMap<>(Map.of(0, 90.0, 24, 10.5)), 100.5, 0, 0));

    assertThat(figures)
        .extracting(f -> f.period() + " " + f.state() + " " + f.value().getAsDouble())
        .containsExactly("2023 ZERO 0.0", "2024 VALUE 10.5");
    assertThat(figures).allMatch(figure -> figure.note().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"60, 40, 0, VALUE", "60, 0, 40, VALUE", "40, 60, 0, NOT_MONITORED"})
  void saysWhatTheRasterDoesNotKnow(double seen, double nodata, double beyond, ValueState state) {
    List<Figure> figures =
        figures(new ZoneHectares(new TreeMap<>(Map.of(23, 1.0, 24, 2.0)), seen, nodata, beyond));

    assertThat(figures).allMatch(figure -> figure.state() == state && figure.note().isPresent());
  }

  private static List<Figure> figures(ZoneHectares hectares) {
    RasterTotals totals =
        new RasterTotals(
            Map.of(new RegionRef("departments", "22"), hectares), hectares, hectares, 0, List.of());
    return LOSS.of(totals, "loss");
  }
}
