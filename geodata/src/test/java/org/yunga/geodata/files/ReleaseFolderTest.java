package org.yunga.geodata.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.format.Gdal;
import org.yunga.geodata.read.FileHash;
import org.yunga.geodata.reference.ReferenceData;

/** The reference data as a folder of files. */
class ReleaseFolderTest {

  @TempDir private static Path data;
  @TempDir private static Path first;
  @TempDir private static Path second;

  private static Snapshot snapshot;
  private static ReleaseIndex index;

  @BeforeAll
  static void fill() throws IOException {
    try (GeoPackageStore store = GeoPackageStore.open(data)) {
      ReferenceData.install(store);
      snapshot = Snapshot.of(store.read(store.latestReleaseNumber()));
    }
    index = ReleaseFolder.fill(first, snapshot);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void indexTellsEveryFileWithItsSizeAndHash() throws IOException {
    assertThat(index.files().stream().map(ReleaseFile::name).sorted().toList())
        .isEqualTo(names(first))
        .contains("release.gpkg", "departments.shp.zip", "CITA.txt", "METHOD.txt", "LICENCE.txt");
    for (ReleaseFile file : index.files()) {
      assertThat(file.bytes()).as(file.name()).isEqualTo(Files.size(first.resolve(file.name())));
      assertThat(file.sha256()).isEqualTo(FileHash.sha256(first.resolve(file.name())));
    }
  }

  @Test
  void sumsAreOfAllOtherFiles() throws IOException {
    List<String> sums = Files.readAllLines(first.resolve(ReleaseFolder.SUMS));
    assertThat(sums).hasSize(index.files().size() - 1);
    for (String sum : sums) {
      assertThat(index.file(sum.substring(66)).orElseThrow().sha256())
          .isEqualTo(sum.substring(0, 64));
    }
  }

  @Test
  void sameReleaseGivesTheSameBytes() throws IOException {
    ReleaseIndex again = ReleaseFolder.fill(second, snapshot);

    assertThat(again.files().stream().filter(file -> !index.files().contains(file)))
        .extracting(ReleaseFile::name)
        .isEmpty();
  }

  @Test
  void gdalReadsTablesOfEveryFormat() {
    for (ReleaseFile file : index.files()) {
      boolean looked = file.group().equals("departments") || file.group().equals("release");
      if (looked && Formats.byId(file.format()).isPresent()) {
        assertThat(Gdal.info(first.resolve(file.name()))).as(file.name()).contains("Feature Count");
      }
    }
  }

  @Test
  void dcatRecordTellsEachDistribution() throws IOException {
    JsonNode record = new ObjectMapper().readTree(first.resolve("dcat.jsonld").toFile());

    Set<String> told = new HashSet<>();
    for (JsonNode distribution : record.get("dcat:distribution")) {
      ReleaseFile file =
          index.file(distribution.at("/dcat:downloadURL/@id").asText()).orElseThrow();
      told.add(file.name());
      assertThat(distribution.at("/dcat:byteSize/@value").asLong()).isEqualTo(file.bytes());
      assertThat(distribution.at("/spdx:checksum/spdx:checksumValue/@value").asText())
          .isEqualTo(file.sha256());
    }
    assertThat(told)
        .hasSize((int) index.files().stream().filter(f -> !f.group().equals("about")).count());
    assertThat(record.at("/dct:temporal/dcat:endDate/@value").asText()).matches("20\\d\\d-12-31");
    assertThat(record.at("/dct:spatial/dcat:bbox/@value").asText()).startsWith("POLYGON ((-8");
    assertThat(record.at("/dct:publisher/foaf:name").asText()).isEqualTo("Yunga");
    assertThat(record.at("/dct:license/@id").asText()).isEqualTo("LICENCE.txt");
  }

  @Test
  void citationAndMethodAreInBothLanguages() throws IOException {
    assertThat(first.resolve("CITA.txt")).content().contains("entrega 1", "Con datos de");
    assertThat(first.resolve("CITATION.txt")).content().contains("release 1", "With data of");
    assertThat(first.resolve("METODO.txt")).content().contains("no vigilado", "DEVIDA-OPD");
    assertThat(first.resolve("METHOD.txt")).content().contains("not subtracted", "DEVIDA-OPD");
  }
}
