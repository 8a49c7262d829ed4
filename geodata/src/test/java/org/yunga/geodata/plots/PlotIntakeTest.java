package org.yunga.geodata.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotPacker;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.intake.FileFacts;
import org.yunga.geodata.intake.IntakeCounts;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.IntakeProblem;
import org.yunga.geodata.intake.IntakeReport;
import org.yunga.geodata.intake.KnownRelease;
import org.yunga.geodata.intake.MappedColumn;
import org.yunga.geodata.intake.ProblemCount;
import org.yunga.geodata.intake.Severity;
import org.yunga.geodata.reference.ReferenceData;

class PlotIntakeTest {

  private static final Delivery SHIPPED = ReferenceData.load();
  private static final KnownRelease REFERENCE = release(List.of());

  /** Near Tingo María, in Huánuco (10). */
  private static final String FIELD = square(-76, -9.3, 0.001);

  @TempDir Path folder;

  private static KnownRelease release(List<Delivery> published) {
    List<Dataset> datasets = new ArrayList<>(List.of(SHIPPED.dataset()));
    published.forEach(delivery -> datasets.add(delivery.dataset()));
    return new KnownRelease(
        new ReleaseContent(
            new Release(1, Instant.EPOCH, datasets),
            SHIPPED.catalogue(),
            SHIPPED.regions(),
            SHIPPED.figures()),
        id ->
            published.stream()
                .filter(delivery -> delivery.dataset().id().equals(id))
                .flatMap(delivery -> PlotPacker.pack(delivery.plots()).stream())
                .toList());
  }

  private static String square(double west, double south, double side) {
    double east = west + side;
    double north = south + side;
    return String.format(
        java.util.Locale.ROOT,
        "POLYGON((%1$f %2$f,%3$f %2$f,%3$f %4$f,%1$f %4$f,%1$f %2$f))",
        west,
        south,
        east,
        north);
  }

  private static IntakeOptions options() {
    return IntakeOptions.named("campo").as(new IntakeKind.Plots("coca_field"));
  }

  private Path csv(String head, String... rows) throws IOException {
    String text = "wkt;" + head + "\n" + String.join("\n", rows) + "\n";
    return Files.writeString(folder.resolve("parcelas.csv"), text);
  }

  private IntakeReport inspect(Path file, IntakeOptions options) {
    return new PlotIntake().inspect(file, options.as().orElseThrow(), options, REFERENCE);
  }

  private static List<String> codes(IntakeReport report) {
    return report.problemCounts().stream().map(ProblemCount::code).toList();
  }

  private static List<Plot> plots(IntakeReport report) {
    List<Plot> plots = new ArrayList<>();
    report.deliveries().forEach(delivery -> delivery.plots().forEach(plots::add));
    return plots;
  }

  @Test
  void aGoodFileBecomesADeliveryWithItsEffectOnTotals() throws IOException {
    Path file = csv("AÑO;Área (ha);UBIGEO", FIELD + ";2023;1.21;10");

    IntakeReport report = inspect(file, options());

    assertThat(codes(report)).isEmpty();
    assertThat(report.counts()).isEqualTo(new IntakeCounts(1, 1, 0, 1, 0, 0, 0));
    assertThat(plots(report))
        .singleElement()
        .satisfies(plot -> assertThat(plot.year()).isEqualTo(2023));
    assertThat(report.effects())
        .singleElement()
        .satisfies(
            effect -> {
              assertThat(effect.regionName()).isEqualTo("Huánuco");
              assertThat(effect.before()).isEmpty();
              assertThat(effect.after().getAsDouble()).isCloseTo(1.21, within(0.01));
              assertThat(effect.countAfter()).isEqualTo(1);
            });
    assertThat(report.mapping())
        .extracting(MappedColumn::role)
        .containsExactly("year", "hectares", "region_code");
    assertThat(report.file().crs().orElseThrow().basis()).isEqualTo(FileFacts.Basis.ASSUMED);
  }

  /** What is wrong with a row, the code of the problem, and whether the row is refused. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| 2023 | '' | ''| geometry_missing | REFUSED",
        "POINT(-76 -9.3) | 2023 | '' | ''| geometry_wrong_type | REFUSED",
        "POLYGON((-76 -9.3,-75.999 -9.299,-75.999 -9.3,-76 -9.299,-76 -9.3)) | 2023 | '' | ''"
            + "| geometry_invalid | REPAIRED",
        "POLYGON((-76 -9.3,-75.999 -9.3,-76 -9.3,-76 -9.3)) | 2023 | '' | ''"
            + "| geometry_unrepairable | REFUSED",
        "POLYGON((-66 -9.3,-65.999 -9.3,-65.999 -9.299,-66 -9.3)) | 2023 | '' | ''"
            + "| outside_peru | REFUSED",
        "POLYGON((-9.3 -76,-9.3 -75.999,-9.299 -75.999,-9.3 -76)) | 2023 | '' | ''"
            + "| swapped_axes | REFUSED",
        "POLYGON((-76 -9.3,-75 -9.3,-75 -8.3,-76 -8.3,-76 -9.3)) | 2023 | '' | ''"
            + "| impossible_size | REFUSED",
        "SQUARE | '' | '' | ''| year_missing | REFUSED",
        "SQUARE | 23 | '' | ''| year_impossible | REFUSED",
        "SQUARE | ayer | '' | ''| year_impossible | REFUSED",
        "SQUARE | 2099 | '' | ''| year_in_future | REFUSED",
        "SQUARE | 2099-03-01 | '' | ''| year_in_future | REFUSED",
        "SQUARE | 2023 | 1.35 | ''| hectares_disagree | TOLD",
        "SQUARE | 2023 | 12.1 | ''| hectares_disagree | REFUSED",
        "SQUARE | 2023 | -1 | ''| impossible_value | REFUSED",
        "SQUARE | 2023 | 0 | ''| impossible_value | REFUSED",
        "SQUARE | 2023 | mucho | ''| not_a_number | REFUSED",
        "SQUARE | 2023 | '' | 99 | unknown_region | REFUSED",
        "SQUARE | 2023 | '' | 22 | not_in_region | REFUSED",
      })
  void aFlawOfARowIsFoundWithItsPlaceAndRemedy(
      String wkt, String year, String hectares, String ubigeo, String code, Severity severity)
      throws IOException {
    String good = square(-76.1, -9.3, 0.001) + ";2023;1.22;10";
    String shape = wkt.equals("SQUARE") ? FIELD : wkt;
    Path file = csv("anio;area_ha;ubigeo", good, String.join(";", shape, year, hectares, ubigeo));

    IntakeReport report = inspect(file, options());

    assertThat(codes(report)).contains(code);
    IntakeProblem problem =
        report.problems().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    assertThat(problem.severity()).isEqualTo(severity);
    assertThat(problem.row()).hasValue(3);
    assertThat(problem.remedy().orElseThrow().es()).isNotBlank();
    assertThat(problem.remedy().orElseThrow().en()).isNotBlank();
    boolean refused = severity == Severity.REFUSED;
    assertThat(report.counts().refused()).isEqualTo(refused ? 1 : 0);
    assertThat(report.publishable()).isEqualTo(!refused);
  }

  @Test
  void theSamePlotTwiceIsRefusedOnceWhereverItsRingStarts() throws IOException {
    String turned = "POLYGON((-75.999 -9.3,-76 -9.3,-76 -9.299,-75.999 -9.299,-75.999 -9.3))";
    Path file = csv("anio", FIELD + ";2023", turned + ";2023", FIELD + ";2022");

    IntakeReport report = inspect(file, options().allowing(true, false));

    assertThat(codes(report)).containsExactly("duplicate");
    assertThat(report.problems().get(0).row()).hasValue(3);
    assertThat(plots(report)).hasSize(2);
  }

  @Test
  void plotsThatShareGroundAreToldAndThoseThatAreTheSameGroundRefused() throws IOException {
    Path file =
        csv(
            "anio",
            FIELD + ";2023",
            square(-75.9991, -9.3, 0.001) + ";2023",
            square(-75.9999, -9.3, 0.001) + ";2023",
            square(-75.999, -9.299, 0.001) + ";2023");

    IntakeReport report = inspect(file, options());

    assertThat(report.problems())
        .filteredOn(CompanyProblem.Overlap.class::isInstance)
        .extracting(IntakeProblem::severity)
        .contains(Severity.TOLD, Severity.REFUSED);
    CompanyProblem.Overlap tenth = (CompanyProblem.Overlap) report.problems().get(0);
    assertThat(tenth.share()).isCloseTo(0.1, within(1e-3));
    assertThat(tenth.hectares()).isCloseTo(0.1215, within(1e-3));
    assertThat(report.counts().accepted()).isEqualTo(3);
  }

  /** A large plot overlaps two smaller ones by half; these two share nothing. */
  @Test
  void theOrderOfRowsDoesNotDecideWhichPlotGoes() throws IOException {
    String large = square(-76, -9.3, 0.003) + ";2023";
    String west = square(-76.0008, -9.3, 0.002) + ";2023";
    String east = square(-75.9982, -9.3, 0.002) + ";2023";
    IntakeOptions partial = options().allowing(true, false);

    IntakeReport last = inspect(csv("anio", west, east, large), partial);
    IntakeReport first = inspect(csv("anio", large, east, west), partial);

    assertThat(plots(last)).singleElement().isEqualTo(plots(first).get(0));
    assertThat(plots(first)).hasSize(1);
    assertThat(last.problems()).extracting(one -> one.row().getAsLong()).containsExactly(2L, 3L);
    assertThat(last.problems()).allMatch(one -> one.message().en().contains("row 4"));
    assertThat(first.problems()).allMatch(one -> one.message().en().contains("row 2"));
  }

  @Test
  void plotsThatOnlyTouchAreGoodNeighbours() throws IOException {
    Path file =
        csv("anio", FIELD + ";2023", square(-75.999, -9.3, 0.001) + ";2023", FIELD + ";2021");

    assertThat(codes(inspect(file, options()))).isEmpty();
  }

  @Test
  void plotsOfTheReleaseCountAsNeighboursUnlessTheyAreOfTheEditionBefore() throws IOException {
    Path file = csv("anio", FIELD + ";2023");
    Delivery before = inspect(file, options()).deliveries().get(0);

    IntakeOptions other = IntakeOptions.named("otro").as(new IntakeKind.Plots("coca_field"));
    IntakeReport beside =
        new PlotIntake().inspect(file, other.as().get(), other, release(List.of(before)));
    IntakeReport again =
        new PlotIntake().inspect(file, options().as().get(), options(), release(List.of(before)));

    assertThat(beside.problems().get(0).message().es()).contains(before.dataset().id());
    assertThat(codes(again)).isEmpty();
    assertThat(again.counts()).isEqualTo(new IntakeCounts(1, 1, 0, 0, 0, 1, 0));
    assertThat(again.effects()).isEmpty();
    assertThat(again.deliveries().get(0).dataset()).isEqualTo(before.dataset());
  }

  @Test
  void anEditionThatLosesPlotsNeedsToBeWanted() throws IOException {
    Path file = csv("anio", FIELD + ";2023", square(-76.1, -9.3, 0.001) + ";2023");
    Delivery before = inspect(file, options()).deliveries().get(0);
    Path shorter = csv("anio", FIELD + ";2023");

    IntakeReport report =
        new PlotIntake()
            .inspect(shorter, options().as().get(), options(), release(List.of(before)));
    IntakeOptions wanted = options().allowing(false, true);
    IntakeReport replaced =
        new PlotIntake().inspect(shorter, wanted.as().get(), wanted, release(List.of(before)));

    assertThat(codes(report)).containsExactly("replace_needed");
    assertThat(report.publishable()).isFalse();
    assertThat(replaced.counts()).isEqualTo(new IntakeCounts(1, 1, 0, 0, 0, 1, 1));
    assertThat(replaced.publishable()).isTrue();
    assertThat(replaced.effects().get(0).countBefore()).isEqualTo(2);
    assertThat(replaced.effects().get(0).countAfter()).isEqualTo(1);
  }

  @Test
  void goodRowsGoInAndBadOnesComeBack() throws IOException {
    Path file = csv("anio;dueño", FIELD + ";2023;Ana", square(-76.1, -9.3, 0.001) + ";2099;Luz");

    IntakeReport report = inspect(file, options().allowing(true, false));

    assertThat(plots(report)).hasSize(1);
    assertThat(report.deliveries().get(0).accepted()).hasSize(1);
    Path refused = report.writeRefused(folder).orElseThrow();
    assertThat(refused).hasFileName("parcelas.rechazados.csv");
    assertThat(Files.readString(refused)).contains("Luz", "en el futuro", "in the future");
    assertThat(Files.readString(refused)).doesNotContain("Ana");
  }

  @Test
  void metresWithoutASystemAreAskedForWithTheLikelyZone() throws IOException {
    Path file =
        csv(
            "anio",
            "\"POLYGON((390100 8971900,390200 8971900,390200 8972000,390100 8971900))\";2023");

    IntakeReport asked = inspect(file, options());
    IntakeReport named = inspect(file, options().inCrs("EPSG:32718"));

    assertThat(codes(asked)).containsExactly("crs_needed");
    assertThat(asked.problems().get(0).remedy().orElseThrow().es()).contains("EPSG:32718");
    assertThat(plots(named)).hasSize(1);
  }

  @Test
  void theWrongZoneIsToldWithTheRightOne() throws IOException {
    Path file =
        csv("anio", "POLYGON((390100 8971900,390200 8971900,390200 8972000,390100 8971900));2023");

    IntakeReport report = inspect(file, options().inCrs("EPSG:32717"));

    assertThat(codes(report)).containsExactly("wrong_utm_zone");
    assertThat(report.problems().get(0).remedy().orElseThrow().en()).contains("EPSG:32718");
  }

  @Test
  void squareMetresAreRecognisedAndOtherUnitsRefused() throws IOException {
    Path squareMetres = csv("anio;area", FIELD + ";2023;12150");
    assertThat(codes(inspect(squareMetres, options()))).containsExactly("unit_decided");

    Path acres =
        csv(
            "anio;area",
            FIELD + ";2023;3.00",
            square(-76.1, -9.3, 0.001) + ";2023;3.01",
            square(-76.2, -9.3, 0.001) + ";2023;3.00");
    IntakeReport report = inspect(acres, options());
    assertThat(codes(report)).containsExactly("unknown_unit");
    assertThat(report.publishable()).isFalse();
  }

  @Test
  void codesOfReniecAreTold() throws IOException {
    // 21 is San Martín in RENIEC's coding and Puno in INEI's
    Path file =
        csv(
            "anio;ubigeo",
            square(-76.5, -8.0, 0.001) + ";2023;210101",
            square(-76.6, -8.0, 0.001) + ";2023;210101");

    assertThat(codes(inspect(file, options()))).containsExactly("reniec_coding");
  }

  @Test
  void aLostZeroIsPutBackWhereThePlaceConfirmsIt() throws IOException {
    Path file = csv("anio;ubigeo", square(-78, -6, 0.001) + ";2023;1");

    IntakeReport report = inspect(file, options());

    assertThat(codes(report)).containsExactly("leading_zero_lost");
    assertThat(report.publishable()).isTrue();
  }

  @Test
  void theYearMayBeSaidForAllOrStandInTheNameOfTheFile() throws IOException {
    Path file = csv("nota", FIELD + ";x");
    Path named = Files.copy(file, folder.resolve("coca 2021.csv"));

    IntakeReport said = inspect(file, options().with(Map.of(), Map.of("year", "2020")));

    assertThat(plots(said).get(0).year()).isEqualTo(2020);
    assertThat(plots(inspect(named, options())).get(0).year()).isEqualTo(2021);
    assertThat(codes(inspect(file, options()))).containsExactly("year_missing");
  }

  @Test
  void whatTheKindTellsOfAPlotIsRead() throws IOException {
    IntakeOptions titles = IntakeOptions.named("t").as(new IntakeKind.Plots("titled_parcel"));
    Path file =
        csv(
            "anio;familias",
            FIELD + ";2023;2",
            square(-76.1, -9.3, 0.001) + ";2023;-1",
            square(-76.2, -9.3, 0.001) + ";2023;");

    IntakeReport report = inspect(file, titles.allowing(true, false));

    assertThat(plots(report))
        .extracting(plot -> plot.value().orElse(-9))
        .containsExactly(2.0, -9.0);
    assertThat(codes(report)).containsExactly("impossible_value");
  }

  /** 88 ha each, in a department where the release has one hectare of the year before. */
  @Test
  void aJumpAgainstTheReleaseIsTold() throws IOException {
    Delivery before = inspect(csv("anio", FIELD + ";2022"), options()).deliveries().get(0);
    Path file =
        csv("anio", square(-76.3, -9.4, 0.0085) + ";2023", square(-76.2, -9.4, 0.0085) + ";2023");
    IntakeOptions other = IntakeOptions.named("otro").as(new IntakeKind.Plots("coca_field"));

    IntakeReport report =
        new PlotIntake().inspect(file, other.as().get(), other, release(List.of(before)));
    IntakeReport alone = inspect(file, other);

    assertThat(codes(report)).contains("jump");
    IntakeProblem jump =
        report.problems().stream().filter(one -> one.code().equals("jump")).findFirst().get();
    assertThat(jump.message().es()).contains("Huánuco", "2022", "2023");
    assertThat(jump.severity()).isEqualTo(Severity.TOLD);
    assertThat(codes(alone)).doesNotContain("jump");
  }

  @Test
  void moreEradicatedThanThereWasIsTold() throws IOException {
    Delivery coca = inspect(csv("anio", FIELD + ";2022"), options()).deliveries().get(0);
    IntakeOptions eradicated =
        IntakeOptions.named("err").as(new IntakeKind.Plots("eradicated_field"));
    String other = square(-76.1, -9.3, 0.001);
    PlotIntake intake = new PlotIntake();

    IntakeReport more =
        intake.inspect(
            csv("anio", FIELD + ";2023", other + ";2023"),
            eradicated.as().get(),
            eradicated,
            release(List.of(coca)));
    IntakeReport asMuch =
        intake.inspect(
            csv("anio", FIELD + ";2023"),
            eradicated.as().get(),
            eradicated,
            release(List.of(coca)));

    assertThat(codes(more)).containsExactly("more_than_there");
    assertThat(more.problems().get(0).message().en()).contains("Huánuco", "2022");
    assertThat(codes(asMuch)).isEmpty();
  }

  @Test
  void aNameThatDisagreesWithItsCodeIsRefused() throws IOException {
    Path file = csv("anio;ubigeo;distrito", FIELD + ";2023;10;San Martín");

    IntakeReport report = inspect(file, options());

    assertThat(codes(report)).containsExactly("name_disagrees");
    assertThat(report.problems().get(0).message().es()).contains("Huánuco", "San Martín");
    assertThat(report.counts().accepted()).isZero();
  }

  /** As plots would lie that were drawn in PSAD56 near the border of Huánuco. */
  @Test
  void psad56IsSuspectedAndReadAsSuchWhenSaid() throws IOException {
    String[] rows = new String[5];
    double[][] corners = {
      {-75.956, -8.5701},
      {-76.0826, -8.7153},
      {-76.1484, -8.7264},
      {-76.1732, -8.6973},
      {-76.1978, -8.6019}
    };
    for (int i = 0; i < rows.length; i++) {
      rows[i] = square(corners[i][0], corners[i][1], 0.0005) + ";2023;10";
    }
    Path file = csv("anio;ubigeo", rows);

    IntakeReport suspected = inspect(file, options());
    IntakeReport said = inspect(file, options().inCrs("EPSG:4248"));

    assertThat(codes(suspected)).contains("psad56_suspected");
    assertThat(suspected.publishable()).isFalse();
    assertThat(codes(said)).isEmpty();
    assertThat(plots(said)).hasSize(5);
  }

  /** Every pair of 1,500 plots on one spot: more than a million. */
  @Test
  void tooManyOverlapsEndTheSearchAndRefuseTheFile() throws IOException {
    Path file = csv("anio", Collections.nCopies(1500, FIELD + ";2023").toArray(String[]::new));

    IntakeReport report = inspect(file, options().allowing(true, false));

    assertThat(codes(report)).containsExactly("duplicate", "too_many_overlaps");
    assertThat(report.publishable()).as("not all were compared").isFalse();
  }

  @Test
  void aTableWithoutPlacesIsNoFileOfPlots() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "anio,ha\n2023,1\n");

    assertThatThrownBy(() -> inspect(file, options()))
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> assertThat(e.code()).isEqualTo("plots_without_geometry"));
  }

  @Test
  void anEmptyLayerIsTold() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[]}");

    assertThat(Optional.of(file).map(one -> codes(inspect(one, options()))).orElseThrow())
        .containsExactly("no_rows");
  }
}
