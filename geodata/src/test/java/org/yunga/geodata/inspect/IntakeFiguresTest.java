package org.yunga.geodata.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.Figure;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnknownNameException;
import org.yunga.geodata.intake.IntakeCounts;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.IntakeProblem;
import org.yunga.geodata.intake.IntakeReport;
import org.yunga.geodata.intake.KnownRelease;
import org.yunga.geodata.intake.MappedColumn;
import org.yunga.geodata.intake.ProblemCount;
import org.yunga.geodata.intake.RememberedMapping;
import org.yunga.geodata.intake.Severity;
import org.yunga.geodata.reference.ReferenceData;

class IntakeFiguresTest {

  private static final KnownRelease REFERENCE = reference();

  private static final String TITLE = "Titulación de predios 2031\n";

  private static final Map<String, String> SAID =
      Map.of("indicator", "land_titles", "series", "PTRT3", "period", "2019");

  @TempDir Path folder;

  private static KnownRelease reference() {
    Delivery shipped = ReferenceData.load();
    Release release = new Release(1, Instant.EPOCH, List.of(shipped.dataset()));
    return new KnownRelease(
        new ReleaseContent(release, shipped.catalogue(), shipped.regions(), shipped.figures()),
        dataset -> List.of());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static IntakeOptions options() {
    return IntakeOptions.named("titles").with(Map.of(), SAID);
  }

  @Test
  void whereTheTableIsSilentWhatWasSaidLastTimeHolds() throws IOException {
    Path silent = file("a.csv", "Lugar;Valor;Otro\nPuno;20;2\n");
    RememberedMapping said =
        new RememberedMapping(
            Map.of("region_name", List.of("Lugar"), "value", List.of("Valor")),
            Map.of("indicator", "land_titles", "series", "PTRT3", "measure", "target"));
    IntakeOptions period = IntakeOptions.named("a").with(Map.of(), Map.of("period", "2019"));

    IntakeReport report =
        Intake.inspect(silent, period, REFERENCE.remembering((kind, columns) -> said));

    assertThat(report.publishable()).as("%s", report.problems()).isTrue();
    Figure.Key key = report.deliveries().get(0).figures().get(0).key();
    assertThat(key.indicator() + key.measure() + key.series()).isEqualTo("land_titlesTARGETPTRT3");
    assertThat(report.mapping())
        .filteredOn(column -> column.origin() == MappedColumn.Origin.REMEMBERED)
        .extracting(MappedColumn::role)
        .containsExactly("region_name", "value", "series", "indicator", "measure");
  }

  @Test
  void whatTheTableSaysHoldsBeforeWhatWasSaidLastTime() throws IOException {
    Path says = file("a.csv", "Títulos PIRDAIS, metas 2016\nDepartamento;Títulos\nPuno;5\n");
    RememberedMapping said =
        new RememberedMapping(
            Map.of(), Map.of("series", "PTRT3", "indicator", "gone", "unit", "gone"));

    IntakeReport report =
        Intake.inspect(
            says, IntakeOptions.named("a"), REFERENCE.remembering((kind, columns) -> said));

    assertThat(report.deliveries().get(0).figures().get(0).key().series()).isEqualTo("PIRDAIS");
  }

  /** The reference data has 5,200 titles as the target of Huánuco (10) in 2015. */
  @Test
  void provincesThatAddUpToMoreThanTheirDepartmentAreTold() throws IOException {
    String head = "Títulos PIRDAIS, metas 2015\nUBIGEO;Títulos\n";
    Path more = file("a.csv", head + "1001;5000\n1006;300\n");
    Path fewer = file("b.csv", head + "1001;5000\n1006;100\n");

    IntakeReport told = Intake.inspect(more, IntakeOptions.named("a"), REFERENCE);
    IntakeReport silent = Intake.inspect(fewer, IntakeOptions.named("b"), REFERENCE);

    assertThat(told.problems())
        .filteredOn(problem -> problem.code().equals("parent_disagrees"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message().es()).contains("Huánuco", "5,300", "5,200");
              assertThat(problem.severity()).isEqualTo(Severity.TOLD);
            });
    assertThat(silent.problemCounts())
        .extracting(ProblemCount::code)
        .doesNotContain("parent_disagrees");
  }

  @Test
  void aTableWithoutGeometryIsTakenForFigures() throws IOException {
    Path file = file("titulos.csv", TITLE + "UBIGEO,Departamento,Títulos\n10,Huánuco,812\n");

    IntakeReport report = Intake.inspect(file, options(), REFERENCE);

    assertThat(report.kind()).isEqualTo(new IntakeKind.Figures());
    assertThat(report.counts()).isEqualTo(new IntakeCounts(1, 1, 0, 1, 0, 0, 0));
    assertThat(report.publishable()).isTrue();
    assertThat(report.deliveries())
        .singleElement()
        .satisfies(delivery -> assertThat(delivery.figures()).hasSize(1));
    assertThat(report.effects())
        .singleElement()
        .satisfies(effect -> assertThat(effect.after()).hasValue(812));
    assertThat(report.mapping())
        .anySatisfy(column -> assertThat(column.samples()).containsExactly("812"));
  }

  @Test
  void refusedRowsComeBackAsAFileOfTheSameFormat() throws IOException {
    Path file =
        file("titulos.csv", TITLE + "UBIGEO,Departamento,Títulos\n10,Huánuco,812\n22,Huánuco,7\n");

    IntakeReport report = Intake.inspect(file, options(), REFERENCE);

    assertThat(report.publishable()).isFalse();
    assertThat(report.problemCounts())
        .contains(new ProblemCount("name_disagrees", Severity.REFUSED, 1));
    assertThat(report.problems())
        .filteredOn(problem -> problem.severity() == Severity.REFUSED)
        .extracting(IntakeProblem::row)
        .containsExactly(OptionalLong.of(4));
    Path refused = report.writeRefused(folder).orElseThrow();
    assertThat(refused).hasFileName("titulos.rechazados.csv");
    assertThat(Files.readString(refused))
        .startsWith("UBIGEO,Departamento,Títulos,problema,problem")
        .contains("22,Huánuco,7,")
        .doesNotContain("812");
    assertThat(report.writeRefused(folder).orElseThrow()).hasFileName("titulos.rechazados-2.csv");
  }

  @Test
  void whatIsGoodGoesInWhenThatIsWanted() throws IOException {
    Path file =
        file("titulos.csv", TITLE + "UBIGEO,Departamento,Títulos\n10,Huánuco,812\n22,Huánuco,7\n");

    IntakeReport report = Intake.inspect(file, options().allowing(true, false), REFERENCE);

    assertThat(report.deliveries().get(0).figures()).hasSize(1);
    assertThat(report.deliveries().get(0).accepted()).hasSize(1);
  }

  @Test
  void anUnknownRoleIsToldWithWhatThereIs() throws IOException {
    Path file = file("titulos.csv", TITLE + "UBIGEO,Departamento,Títulos\n10,Huánuco,812\n");
    IntakeOptions odd = options().with(Map.of("colour", List.of("UBIGEO")), SAID);

    assertThatThrownBy(() -> Intake.inspect(file, odd, REFERENCE))
        .isInstanceOfSatisfying(
            UnknownNameException.class,
            e -> assertThat(e.allowed()).contains("region_code", "value"));
  }

  @Test
  void kindsAreRecognisedByTheirWords() throws IOException {
    String square =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":
        {"type":"Point","coordinates":[-76,-9]}}]}
        """;

    assertThat(recognised("Coca 2023.geojson", square)).isEqualTo("plots:coca_field");
    assertThat(recognised("PREDIOS.geojson", square)).isEqualTo("plots:titled_parcel");
    assertThat(recognised("peru_distrital.geojson", square)).isEqualTo("boundaries:districts");
    assertThatThrownBy(() -> recognised("capa1.geojson", square))
        .isInstanceOfSatisfying(
            ExplainedException.class, e -> assertThat(e.code()).isEqualTo("kind_needed"));
    assertThatThrownBy(() -> recognised("coca y reforestados.geojson", square))
        .hasMessageContaining("plots:coca_field, plots:reforested_lot");
  }

  private String recognised(String name, String text) throws IOException {
    return KindRecognition.of(file(name, text), options(), REFERENCE).kind().text();
  }
}
