package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.figure.ValueState;
import org.yunga.core.monitor.PlotTotals;
import org.yunga.core.plot.PlotSlot;

/** Rows that write themselves are to the byte those that are written from maps. */
class PlotRowsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static PlotTotals.Row row(ValueState state, double hectares) {
    return new PlotTotals.Row(new PlotSlot("coca_field", 2015), state, 7, hectares, hectares / 3);
  }

  private static PlotTotals.Row measured(ValueState state, double size, double value) {
    return new PlotTotals.Row(
        new PlotSlot("road", 2015),
        state,
        7,
        0,
        0,
        Optional.of(new PlotTotals.Measure(size, size / 3)),
        Optional.of(new PlotTotals.Measure(value, value / 3)));
  }

  private static PlotTotals.Row bounded(ValueState state, double low, double high) {
    PlotTotals.Row row = measured(state, low, low);
    return new PlotTotals.Row(
        row.slot(),
        state,
        7,
        0,
        0,
        row.kilometres(),
        row.value(),
        Optional.of(
            new PlotTotals.Bounds(
                new PlotTotals.Amount(3, low, low), new PlotTotals.Amount(9, high, high))));
  }

  private static void assertSame(PlotTotals totals) throws JsonProcessingException {
    assertThat(JSON.writeValueAsString(new PlotRows(totals)))
        .isEqualTo(JSON.writeValueAsString(PlotFields.rows(totals)));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        1,
        10,
        1e-8,
        4.9e-9,
        5.1e-9,
        0.0009,
        0.00099999999,
        0.001,
        0.0010000001,
        0.1,
        0.10000000123,
        0.99999999,
        0.999999999,
        123.456,
        66_999_999.5,
        67_000_000,
        67_000_000.5,
        128_521_560.12345678,
        9e15,
        -0.25,
        -3
      })
  void aNumber(double hectares) throws JsonProcessingException {
    assertSame(new PlotTotals(List.of(row(ValueState.VALUE, hectares)), 0));
    assertSame(new PlotTotals(List.of(measured(ValueState.VALUE, hectares, 2 * hectares)), 0));
  }

  @Test
  void anyNumber() throws JsonProcessingException {
    Random random = new Random(1);
    List<PlotTotals.Row> rows = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      double number = Math.pow(10, -10 + 18 * random.nextDouble());
      rows.add(row(ValueState.VALUE, number));
      rows.add(measured(ValueState.VALUE, number, 100 * number));
    }
    assertSame(new PlotTotals(rows, 0));
  }

  @Test
  void everyState() throws JsonProcessingException {
    List<PlotTotals.Row> rows = new ArrayList<>();
    for (ValueState state : ValueState.values()) {
      rows.add(row(state, 2.5));
      rows.add(measured(state, 2.5, 0.0625));
      rows.add(bounded(state, 0.5, 123.456));
      rows.add(bounded(state, 2, 2));
    }
    assertSame(new PlotTotals(rows, 0));
    assertSame(new PlotTotals(List.of(), 0));
  }
}
