package org.yunga.geodata.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.table.ReadOptions;

/** A table of figures is read whole, so that there is an end to its rows. */
class FigureTableTest {

  @TempDir private Path folder;

  private Path table(int rows) throws IOException {
    return Files.writeString(
        folder.resolve("titulos.csv"), "UBIGEO,2015\n" + "10,812\n".repeat(rows));
  }

  @Test
  void asManyRowsAsMayBeAreRead() throws IOException {
    assertThat(FigureTable.read(table(200_000), ReadOptions.NONE).rows()).hasSize(200_000);
  }

  @Test
  void oneRowMoreIsRefusedWithWhatToDo() throws IOException {
    Path file = table(200_001);

    assertThatThrownBy(() -> FigureTable.read(file, ReadOptions.NONE))
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> {
              assertThat(e.code()).isEqualTo("figures_too_many_rows");
              assertThat(e.explanation().es()).contains("200000", "parcelas", "divida el archivo");
              assertThat(e.explanation().en()).contains("200000", "plots", "split the file");
            });
  }
}
