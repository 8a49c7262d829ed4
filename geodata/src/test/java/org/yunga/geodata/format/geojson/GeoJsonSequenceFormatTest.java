package org.yunga.geodata.format.geojson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.geodata.format.FormatContract;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;

class GeoJsonSequenceFormatTest extends FormatContract {

  private static final String FEATURE =
      "{\"type\":\"Feature\",\"properties\":{\"a\":%s},\"geometry\":null}";

  @Override
  protected Format format() {
    return new GeoJsonSequenceFormat();
  }

  @Override
  protected String gdalDriver() {
    return "GeoJSONSeq";
  }

  @Override
  protected double tolerance() {
    return SIX_DECIMALS;
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s\n%s", "%s\r\n\r\n%s\r\n", "\u001e%s\n\u001e%s\n", "\uFEFF%s\n%s\n"})
  void textsArePartedByLinesOrRecordSeparators(String form) throws IOException {
    Path file = folder.resolve("a.data");
    Files.writeString(file, form.formatted(FEATURE.formatted(1), FEATURE.formatted(2)));

    assertThat(Formats.of(file).id()).isEqualTo("geojsonseq");
    assertThat(read(file, ReadOptions.NONE))
        .extracting(Row::values)
        .containsExactly(List.of(1L), List.of(2L));
  }

  @Test
  void aFeatureMayHaveSeveralLinesBetweenRecordSeparators() throws IOException {
    Path file = folder.resolve("a.geojsons");
    Files.writeString(
        file, "\u001e" + FEATURE.formatted("\n1\n") + "\u001e" + FEATURE.formatted(2));

    assertThat(read(file, ReadOptions.NONE)).hasSize(2);
  }

  @Test
  void aBrokenTextDoesNotSpoilTheOthers() throws IOException {
    Path file = folder.resolve("a.geojsonl");
    Files.write(
        file,
        (FEATURE.formatted(1)
                + "\n{\"type\":\"Feat\n"
                + FEATURE.formatted("\"\u00f1\"")
                + "\n"
                + FEATURE.formatted(2))
            .getBytes(StandardCharsets.ISO_8859_1));

    List<Row> rows = read(file, ReadOptions.NONE);

    assertThat(rows).hasSize(4);
    assertThat(rows.get(1).flaws().get(0).place()).isEqualTo("line 2");
    assertThat(rows.get(2).flaws()).extracting(RowFlaw::code).containsExactly("row_unreadable");
    assertThat(rows.get(3).flaws()).isEmpty();
  }
}
