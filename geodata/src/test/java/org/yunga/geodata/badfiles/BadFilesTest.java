package org.yunga.geodata.badfiles;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yunga.core.dataset.Release;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.reference.ReferenceData;

/** Each bad file yields its own problem, says where and what to do, and changes nothing. */
class BadFilesTest {

  private static final String LIST = "/bad-files/list.csv";

  @TempDir private static Path data;
  @TempDir private static Path made;

  private static GeoPackageStore store;
  private static Door door;

  /**
   * A line of the list.
   *
   * @param code of the problem that the file is there for
   * @param row where it must be said to be; empty for the whole file
   * @param refused whether something must be left out, or the user is only told
   */
  record Bad(String file, String as, String code, OptionalLong row, boolean refused) {

    @Override
    public String toString() {
      return file;
    }
  }

  @BeforeAll
  static void fill() {
    store = GeoPackageStore.open(data);
    ReferenceData.install(store);
    door = new Door(store);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  static List<Bad> listed() throws IOException {
    try (InputStream in = BadFilesTest.class.getResourceAsStream(LIST)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return CsvReader.builder().ofNamedCsvRecord(text).stream()
          .map(
              line ->
                  new Bad(
                      line.getField("file"),
                      line.getField("as"),
                      line.getField("code"),
                      line.getField("row").isEmpty()
                          ? OptionalLong.empty()
                          : OptionalLong.of(Long.parseLong(line.getField("row"))),
                      line.getField("outcome").equals("refused")))
          .toList();
    }
  }

  private static Path folder() {
    try {
      return Path.of(BadFilesTest.class.getResource(LIST).toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path file(String name) throws IOException {
    return BinaryFiles.make(name, made) ? made.resolve(name) : folder().resolve(name);
  }

  @ParameterizedTest
  @MethodSource("listed")
  void yieldsItsOwnProblemAndChangesNothing(Bad bad) throws IOException {
    Release before = store.latestRelease();

    Door.Answer answer = door.bring(file(bad.file()), bad.as());

    List<Found> found = answer.found().stream().filter(f -> f.code().equals(bad.code())).toList();
    assertThat(found).as("%s", answer.found()).isNotEmpty();
    assertThat(found).as("%s", found).anyMatch(f -> f.row().equals(bad.row()));
    assertThat(found).allMatch(f -> f.refused() == bad.refused());
    answer.found().forEach(problem -> assertExplained(problem.text()));
    assertThat(store.latestRelease()).isEqualTo(before);
  }

  /** Both languages, and more than a word: what was given and what to do. */
  private static void assertExplained(Bilingual text) {
    assertThat(text.es()).isNotEqualTo(text.en()).contains(" ").hasSizeGreaterThan(30);
    assertThat(text.en()).contains(" ").hasSizeGreaterThan(30);
    assertThat(text.es() + text.en()).doesNotContain("Exception", "null", "org.yunga", "root:");
  }

  @Test
  void everyFileIsListedOnceAndThereAreSixtyAtLeast() throws IOException {
    List<String> files = listed().stream().map(Bad::file).toList();
    TreeSet<String> there = new TreeSet<>(BinaryFiles.names());
    try (Stream<Path> paths = Files.list(folder())) {
      paths.map(path -> path.getFileName().toString()).forEach(there::add);
    }
    there.remove("list.csv");

    assertThat(files).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
    assertThat(new TreeSet<>(files)).isEqualTo(there);
  }
}
