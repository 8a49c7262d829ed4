package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code boundaries load} and {@code boundaries crosswalk} on the command line. */
class BoundariesCommandTest {

  @TempDir private Path folder;

  private Outcome run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--data");
    all.add(folder.toString());
    return Outcome.run(all.toArray(String[]::new));
  }

  private String file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two districts side by side, with their common border at a longitude. */
  private String districts(String name, double border) {
    return file(
        name,
        "ubigeo,nombre,wkt\n"
            + square("221001", "Tocache", -76.8, border)
            + square("221005", "Uchiza", border, -76.2));
  }

  private static String square(String code, String name, double west, double east) {
    return "%s,%s,\"POLYGON ((%3$s -8.5, %4$s -8.5, %4$s -8, %3$s -8, %3$s -8.5))\"%n"
        .formatted(code, name, west, east);
  }

  @Test
  void loadsDistrictsAndAZoneThatIsMadeOfThem() {
    Outcome districts = run("boundaries", "load", districts("d.csv", -76.5));
    assertThat(districts.exitCode()).as(districts.err()).isZero();
    assertThat(districts.out()).contains("boundaries/districts: 2 nuevos");

    String list = file("zei.csv", "zona,ubigeo\nAlto Huallaga,221001\nAlto Huallaga,221005\n");
    Outcome zone = run("boundaries", "load", list, "--region-set", "zei");
    assertThat(zone.exitCode()).as(zone.err()).isZero();
    assertThat(zone.out()).contains("boundaries/zei: 1 nuevos", "Cargado. Rige la entrega 3");
  }

  @Test
  void aNewSetNeedsWordsAndKeepsThem() {
    String list = file("cn.csv", "code,name,wkt\n" + square("cn-1", "Shampuyacu", -77, -76.5));

    Outcome unnamed = run("boundaries", "load", list, "--region-set", "native-communities");
    assertThat(unnamed.exitCode()).isEqualTo(1);
    assertThat(unnamed.err()).contains("set_name");

    Outcome named =
        run(
            "boundaries",
            "load",
            list,
            "--region-set",
            "native-communities",
            "--set-name",
            "Comunidades nativas",
            "--set-name-en",
            "Native communities");
    assertThat(named.exitCode()).as(named.err()).isZero();
    String more = file("cn2.csv", "code,name,wkt\n" + square("cn-2", "Otra", -77, -76.5));
    assertThat(run("boundaries", "load", more, "--region-set", "native-communities").exitCode())
        .isZero();
  }

  @Test
  void aTrialTellsTheSameAndPublishesNothing() {
    Outcome trial = run("boundaries", "load", districts("d.csv", -76.5), "--dry-run");

    assertThat(trial.exitCode()).as(trial.err()).isZero();
    assertThat(trial.out())
        .contains("«ubigeo» -> code: 221001", "boundaries/districts: 2 nuevos", "no se publicó");
    assertThat(run("boundaries", "load", districts("d.csv", -76.5)).out()).contains("entrega 2");
  }

  @Test
  void whatWasSaidOfColumnsHoldsForTheNextFile() {
    String first = file("a.csv", "clave,lugar,wkt\n" + square("cn-1", "Uno", -77, -76.5));
    String second = file("b.csv", "clave,lugar,wkt\n" + square("cn-2", "Dos", -77, -76.5));
    String[] said = {"--region-set", "zei", "--code-field", "clave", "--name-field", "lugar"};

    List<String> all = new ArrayList<>(List.of("boundaries", "load", first));
    all.addAll(List.of(said));
    assertThat(run(all.toArray(String[]::new)).exitCode()).isZero();
    Outcome again = run("boundaries", "load", second, "--region-set", "zei");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).contains("«clave» -> code (como la última vez): cn-2");
  }

  @Test
  void comparesAReleaseWithAFile() throws IOException {
    run("boundaries", "load", districts("old.csv", -76.5));
    String after = districts("new.csv", -76.4);
    Path out = folder.resolve("cruce.json");

    Outcome outcome =
        run(
            "boundaries",
            "crosswalk",
            "districts",
            "--from",
            "2",
            "--to",
            after,
            "--out",
            out.toString());

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("Cambiadas por ley: 2", "221001 Tocache");
    assertThat(new ObjectMapper().readTree(out.toFile()))
        .anyMatch(
            piece ->
                piece.get("old_code").asText().equals("221005")
                    && piece.get("new_code").asText().equals("221001")
                    && piece.get("fate").asText().equals("moved"));
    Outcome again =
        run(
            "boundaries",
            "crosswalk",
            "districts",
            "--from",
            "2",
            "--to",
            after,
            "--out",
            out.toString());
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("--force");
  }

  @Test
  void writesACrosswalkAsCsv() throws IOException {
    run("boundaries", "load", districts("old.csv", -76.5));
    Path out = folder.resolve("cruce.csv");

    Outcome outcome =
        run(
            "boundaries",
            "crosswalk",
            "districts",
            "--from",
            "2",
            "--to",
            "2",
            "--out",
            out.toString());

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(Files.readString(out)).startsWith("region_set,old_code").contains(",kept,");
  }

  @Test
  void aWrongCrosswalkSaysWhatIsAllowed() {
    run("boundaries", "load", districts("old.csv", -76.5));
    assertThat(run("boundaries", "crosswalk", "districts", "--from", "99", "--to", "2").err())
        .contains("99");
    assertThat(run("boundaries", "crosswalk", "states", "--from", "2", "--to", "2").err())
        .contains("departments");
    assertThat(
            run("boundaries", "crosswalk", "districts", "--from", "2", "--to", "2", "--line", "-5")
                .err())
        .contains("50000");
    assertThat(
            run(
                    "boundaries",
                    "crosswalk",
                    "districts",
                    "--from",
                    "2",
                    "--to",
                    "2",
                    "--out",
                    "x.doc")
                .err())
        .contains(".xlsx");
  }
}
