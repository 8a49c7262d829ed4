package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.dataset.Release;
import org.yunga.core.figure.Figure;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;

/** {@code load}: figures of any table, published, or refused with the store as it was. */
class LoadCommandTest {

  private static final String TITLES = "Títulos PIRDAIS, metas 2016;\nDepartamento;Títulos\n";

  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void fill() {
    data = folder.resolve("data");
    try (GeoPackageStore store = GeoPackageStore.open(data)) {
      ReferenceData.install(store);
    }
  }

  @Test
  void theTitlingTableOf2015IsRecognisedAndFoundToBeThere() {
    Outcome outcome = load(TitlingTable.write(folder.resolve("titulacion.xlsx"), 2015), "--yes");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("0 nuevos", "12 iguales", "No hay nada nuevo");
    assertThat(latest().number()).isEqualTo(1);
  }

  @Test
  void theSameTableOfAnotherYearIsPublishedWithoutAMapping() {
    Path file = TitlingTable.write(folder.resolve("Titulación 2016.xlsx"), 2016);
    Outcome outcome = load(file, "--yes", "--by", "Ana Quispe");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("12 nuevos", "San Martín (22), land_titles, target, PIRDAIS, 2016")
        .contains("- -> 12,200", "Ana Quispe", "entrega 2");
    assertThat(figures("figures/titulacion-2016"))
        .hasSize(12)
        .containsEntry("22 land_titles 2016", 12200.0)
        .containsEntry("05 land_titling_budget 2016", 2573433.0);
    assertThat(load(file, "--yes").out()).contains("12 iguales", "No hay nada nuevo");
    assertThat(latest().number()).isEqualTo(2);
  }

  @Test
  void aDryRunAndAMissingYesPublishNothing() {
    Path file = csv("metas.csv", TITLES + "Ucayali;1500\n");

    Outcome trial = load(file, "--dry-run");
    assertThat(trial.exitCode()).as(trial.err()).isZero();
    assertThat(trial.out()).contains("- -> 1,500", "no se publicó nada");
    assertRefused(load(file), "--yes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "Títulos PIRDAIS, metas 2016 ! Ucayali;muchos|Puno;5 ! muchos",
        "Títulos PIRDAIS, metas 2016 ! Atlántida;5|Puno;7 ! Atlántida",
        "Títulos PIRDAIS, metas 2016 ! Ucayali;-5|Puno;7 ! negativo",
        "Títulos PIRDAIS 2090 ! Ucayali;5 ! no puede tener un valor ejecutado",
        "Títulos 2016 ! Ucayali;5 ! --series",
        "Títulos PIRDAIS, metas ! Ucayali;5 ! --period",
        "Títulos PIRDAIS, metas 2015 ! Ucayali;9999 ! reference@"
      })
  void aBadTableLeavesTheStoreAsItWas(String title, String rows, String told) {
    Path file =
        csv("malo.csv", title + ";\nDepartamento;Títulos\n" + rows.replace('|', '\n') + "\n");

    assertRefused(load(file, "--yes"), told);
  }

  @Test
  void whatIsNoTableLeavesTheStoreAsItWas() throws IOException {
    Path broken = folder.resolve("roto.xlsx");
    Files.write(broken, new byte[] {'P', 'K', 3, 4, 0, 0, 1});
    assertRefused(load(broken, "--yes"), "roto.xlsx");
    assertRefused(load(folder.resolve("no-hay.csv"), "--yes"), "no-hay.csv");

    Path good = csv("metas.csv", TITLES + "Ucayali;1500\n");
    assertRefused(load(good, "--yes", "--layer", "Hoja9"), "Hoja9");
    assertRefused(load(good, "--yes", "--as", "cocoa"), "cocoa");
    assertRefused(load(good, "--yes", "--indicator", "cocoa"), "land_titles");
    assertRefused(load(good, "--yes", "--value-column", "Nada"), "Departamento");
    assertRefused(load(good, "--yes", "--period", "ayer"), "2024-Q1");
    assertRefused(load(good, "--yes", "--measure", "meta"), "target");
    assertRefused(load(good, "--yes", "--name", "Á"), "(name)");
  }

  @Test
  void whatIsMissingCanBeSaid() {
    Path file = csv("cuadro.csv", "Lugar;Valor;Otro\nUcayali;15;1\nPuno;20;2\n");
    Outcome outcome =
        load(
            file,
            "--yes",
            "--name-column=Lugar",
            "--value-column=Valor",
            "--indicator=land_titles",
            "--measure=target",
            "--period=2016",
            "--series=PIRDAIS",
            "--region-set=departments",
            "--source=Oficio 12");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(figures("figures/cuadro"))
        .isEqualTo(Map.of("25 land_titles 2016", 15.0, "21 land_titles 2016", 20.0));
  }

  @Test
  void whatIsGoodCanGoInAlone() {
    Path file = csv("metas.csv", TITLES + "Ucayali;1500\nPuno;muchos\n");

    assertThat(load(file, "--yes", "--partial").exitCode()).isZero();
    assertThat(figures("figures/metas")).isEqualTo(Map.of("25 land_titles 2016", 1500.0));
  }

  @Test
  void aNewEditionChangesFiguresOnlyWhenTold() {
    load(csv("metas.csv", TITLES + "Ucayali;1500\nPuno;900\n"), "--yes");
    Path second = csv("metas.csv", TITLES + "Ucayali;1600\n");

    Outcome refused = load(second, "--yes");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("(replace)", "cambiarían 1", "dejarían de regir 1");
    assertThat(latest().number()).isEqualTo(2);

    Outcome other = load(second, "--yes", "--name", "otras");
    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.out() + other.err()).contains("figures/metas@", "(name) metas", "(replace)");

    Outcome replaced = load(second, "--yes", "--replace");
    assertThat(replaced.exitCode()).as(replaced.err()).isZero();
    assertThat(replaced.out()).contains("1,500 -> 1,600", "900 -> -");
    assertThat(figures("figures/metas")).isEqualTo(Map.of("25 land_titles 2016", 1600.0));
  }

  @Test
  void oneFileReadOtherwiseIsAnotherEdition() {
    Path file = csv("metas.csv", TITLES + "Ucayali;1500\n");
    load(file, "--yes");

    Outcome outcome = load(file, "--yes", "--replace", "--period", "2017");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(figures("figures/metas")).isEqualTo(Map.of("25 land_titles 2017", 1500.0));
  }

  @Test
  void plotsGoInByTheSameCommandAndBadRowsComeBack() throws IOException {
    String plots =
        "wkt;anio\n"
            + "POLYGON((-76 -9.3,-75.999 -9.3,-75.999 -9.299,-76 -9.3));2023\n"
            + "POLYGON((-66 -9.3,-65.999 -9.3,-65.999 -9.299,-66 -9.3));2023\n";
    Path file = csv("Coca 2023.csv", plots);

    assertRefused(load(file, "--yes"), "fuera del Perú");
    Outcome trial = load(file, "--yes", "--partial", "--dry-run");
    assertThat(trial.out()).contains("plots:coca_field", "no se publicó nada");
    assertThat(latest().number()).isEqualTo(1);
    Outcome outcome = load(file, "--yes", "--partial");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("Huánuco (10), coca_field, 2023: -", "entrega 2");
    assertThat(Files.readString(folder.resolve("Coca 2023.rechazados.csv"))).contains("-66 -9.3");
  }

  @Test
  void aMappingIsRememberedForFilesOfTheSameColumns() {
    String head = "wkt;cuando\n";
    String field = "POLYGON((-76 -9.3,-75.999 -9.3,-75.999 -9.299,-76 -9.3));2023\n";
    String other = "POLYGON((-76.1 -9.3,-76.09 -9.3,-76.09 -9.299,-76.1 -9.3));2022\n";
    Path first = csv("a.csv", head + field);
    Path second = csv("b.csv", head + other);
    String kind = "--as=plots:coca_field";

    assertThat(load(first, "--yes", kind, "--mapping", "year=cuando").exitCode()).isZero();
    Outcome outcome = load(second, "--yes", kind);

    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out()).contains("«cuando» -> year (como la última vez)");
  }

  private Outcome load(Path file, String... options) {
    List<String> all = new ArrayList<>(List.of("load", file.toString(), "--data", data.toString()));
    all.addAll(List.of(options));
    return Outcome.run(all.toArray(String[]::new));
  }

  private void assertRefused(Outcome outcome, String told) {
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(1);
    assertThat(outcome.out() + outcome.err()).contains(told).doesNotContain("Exception");
    assertThat(outcome.err()).isNotBlank();
    assertThat(latest().number()).isEqualTo(1);
  }

  private Release latest() {
    try (GeoPackageStore store = GeoPackageStore.open(data)) {
      return store.latestRelease();
    }
  }

  private Map<String, Double> figures(String key) {
    Map<String, Double> values = new TreeMap<>();
    try (GeoPackageStore store = GeoPackageStore.open(data)) {
      for (Figure figure : store.readLatest().figures()) {
        if (figure.dataset().startsWith(key + "@")) {
          values.put(
              figure.region().code() + " " + figure.indicator() + " " + figure.period(),
              figure.value().getAsDouble());
        }
      }
    }
    return values;
  }

  private Path csv(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
