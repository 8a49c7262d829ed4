package org.yunga.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.yunga.core.figure.Status;

class CsvTableTest {

  private static final CsvTable TABLE =
      new CsvTable("folder/things.csv", List.of("id", "status", "value"), List.of("id"));

  private static <T> List<T> read(String text, Function<CsvRow, T> mapper) {
    return TABLE.read(new StringReader(text), mapper);
  }

  @Test
  void readsRows() {
    assertThat(read("id,status,value\na,final,1.5\nb,final,\n", row -> row.optional("value")))
        .extracting(value -> value.orElse("-"))
        .containsExactly("1.5", "-");
  }

  @Test
  void refusesAnUnknownColumn() {
    assertThatThrownBy(() -> read("id,status,colour\na,final,red\n", row -> row))
        .hasMessage(
            "Reference data, folder/things.csv, line 1: expected the columns [id, status, value],"
                + " got [id, status, colour]");
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    assertThatThrownBy(() -> read("id,status,value\na,final,1\na,final,2\n", row -> row))
        .hasMessage(
            "Reference data, folder/things.csv, line 3, column id: 'a' stands already in line 2");
  }

  @Test
  void refusesAnUnknownConstant() {
    assertThatThrownBy(
            () -> read("id,status,value\na,draft,1\n", row -> row.constant("status", Status.class)))
        .hasMessage(
            "Reference data, folder/things.csv, line 2, column status: 'draft' is none of [final,"
                + " preliminary, alternative]");
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> read("id,status,value\na,final,many\n", row -> row.number("value")))
        .hasMessage("Reference data, folder/things.csv, line 2, column value: 'many' is no number");
  }

  @Test
  void refusesAnEmptyFieldThatMustBeFilled() {
    assertThatThrownBy(() -> read("id,status,value\na,,1\n", row -> row.text("status")))
        .hasMessage("Reference data, folder/things.csv, line 2, column status: must not be empty");
  }

  @Test
  void refusesARowWithTooManyFields() {
    assertThatThrownBy(() -> read("id,status,value\na,final,1,2\n", row -> row))
        .hasMessage("Reference data, folder/things.csv, line 2: 4 fields instead of 3");
  }

  @Test
  void placesWhatTheDomainRefuses() {
    assertThatThrownBy(
            () ->
                read(
                    "id,status,value\na,final,1\n",
                    row -> {
                      throw new IllegalArgumentException("a stock cannot be added");
                    }))
        .hasMessage("Reference data, folder/things.csv, line 2: a stock cannot be added");
  }
}
