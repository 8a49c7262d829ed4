package org.yunga.geodata.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.table.ReadOptions;

/** Rows that go back to who sent them. */
class RefusedRowsTest {

  private static final int ROWS = RefusedRows.MOST_TEXTS + 10;

  @TempDir private Path folder;
  private RefusedRows refused;

  /** Lines 2 to {@value #ROWS} + 1 of a table. */
  @BeforeEach
  void table() throws IOException {
    List<String> lines = new ArrayList<>(List.of("region,valor"));
    for (int i = 0; i < ROWS; i++) {
      lines.add("a" + i + ",x");
    }
    refused = new RefusedRows(Files.write(folder.resolve("t.csv"), lines), ReadOptions.NONE);
  }

  private record Wrong(OptionalLong row, Severity severity, String what) implements IntakeProblem {

    @Override
    public Optional<String> field() {
      return Optional.of("valor");
    }

    @Override
    public Optional<String> value() {
      return Optional.empty();
    }

    @Override
    public Bilingual message() {
      return new Bilingual("mal " + what, "wrong " + what);
    }

    @Override
    public Optional<Bilingual> remedy() {
      return Optional.empty();
    }
  }

  private static Wrong wrong(long row, String what) {
    return new Wrong(OptionalLong.of(row), Severity.REFUSED, what);
  }

  private List<String> written() throws IOException {
    return Files.readAllLines(refused.write(folder).orElseThrow());
  }

  @Test
  void eachComesBackWithAllThatIsWrongWithIt() throws IOException {
    refused.add(wrong(3, "uno"));
    refused.add(wrong(3, "dos"));
    refused.add(wrong(3, "dos"));
    refused.add(new Wrong(OptionalLong.of(4), Severity.TOLD, "nada"));
    refused.add(new Wrong(OptionalLong.empty(), Severity.REFUSED, "todo"));

    assertThat(refused.size()).isEqualTo(1);
    assertThat(written())
        .containsExactly(
            "region,valor,problema,problem",
            "a1,x,valor: mal uno | valor: mal dos,valor: wrong uno | valor: wrong dos");
  }

  @Test
  void ofVeryManyAllComeBackButNotAllWithTheirReason() throws IOException {
    for (int row = 2; row <= ROWS + 1; row++) {
      refused.add(wrong(row, "uno"));
    }
    refused.add(wrong(ROWS + 1, "dos"));
    refused.add(wrong(2, "dos"));

    assertThat(refused.size()).isEqualTo(ROWS);
    List<String> written = written();
    assertThat(written).hasSize(ROWS + 1);
    assertThat(written.get(1)).contains("mal uno", "mal dos");
    assertThat(written.get(RefusedRows.MOST_TEXTS)).contains("mal uno");
    assertThat(written.subList(RefusedRows.MOST_TEXTS + 1, ROWS + 1))
        .allSatisfy(line -> assertThat(line).contains("demasiadas filas", "too many"));
  }

  /** A workbook may number its rows as it likes; what is kept of them must not follow. */
  @Test
  void numbersThatNoFileHasAreOnlyCounted() throws IOException {
    for (int row = 2; row <= RefusedRows.MOST_TEXTS + 1; row++) {
      refused.add(wrong(row, "uno"));
    }

    refused.add(wrong(Integer.MAX_VALUE - 1L, "uno"));
    refused.add(wrong(Long.MAX_VALUE, "uno"));

    assertThat(refused.size()).isEqualTo(RefusedRows.MOST_TEXTS + 2);
    assertThat(written()).hasSize(RefusedRows.MOST_TEXTS + 1);
  }

  @Test
  void aRowWithManyProblemsTellsTheFirst() throws IOException {
    for (int i = 0; i < 100_000; i++) {
      refused.add(wrong(2, "n" + i));
    }

    assertThat(written().get(1)).contains("mal n0 |", "mal n50 ").hasSizeLessThan(10_000);
  }
}
