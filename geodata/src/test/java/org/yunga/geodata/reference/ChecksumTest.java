package org.yunga.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yunga.geodata.read.FileHash;

class ChecksumTest {

  static List<String> folders() {
    return Resources.FOLDERS;
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyFileIsListedWithItsHash(String folder) throws IOException, URISyntaxException {
    List<String> actual = hashes(folder);

    assertThat(Resources.bytes(folder + "/SHA256SUMS"))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(String.join("\n", actual) + "\n");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyFolderSaysWhereItsDataIsFrom(String folder) {
    assertThat(Resources.bytes(folder + "/SOURCE.md"))
        .asString(StandardCharsets.UTF_8)
        .containsIgnoringCase("licence")
        .containsPattern("\\b20\\d\\d\\b");
  }

  /** Lines as {@code sha256sum} writes them, of all data files, by name. */
  private static List<String> hashes(String folder) throws IOException, URISyntaxException {
    Path path = Path.of(Resources.class.getResource(folder).toURI());
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv") || name.endsWith(".geojson"))
          .sorted()
          .map(name -> FileHash.sha256(Resources.bytes(folder + "/" + name)) + "  " + name)
          .toList();
    }
  }
}
