package org.yunga.geodata.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.Method;
import org.yunga.core.figure.Source;
import org.yunga.core.figure.ValueState;
import org.yunga.core.period.Period;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.geodata.intake.Severity;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.geodata.table.ReadOptions;

class FigureLoaderTest {

  private static final Delivery REFERENCE = ReferenceData.load();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  /** Titles programmed for 2015 by region: CICAD/doc.2217/15, Nov 2015. */
  private static final Map<String, Integer> TITLES =
      new TreeMap<>(Map.of("05", 2450, "10", 5200, "19", 800, "21", 900, "22", 12200, "25", 4450));

  private static final String HEAD = "DEVIDA - PIRDAIS;;\nTítulos de propiedad rural;;\n";

  @TempDir Path folder;

  /** As an office would: titles above, names of departments, a total, thousands marks. */
  private static void titlingTable(Worksheet sheet, boolean asText) {
    sheet.value(0, 0, "DEVIDA - Programa Presupuestal 0072 PIRDAIS");
    sheet.range(0, 0, 0, 3).merge();
    sheet.value(1, 0, "Titulación de predios rurales, metas 2015");
    cells(sheet, 3, "N°", "Departamento", "Títulos", "Presupuesto (S/)");
    cells(sheet, 4, 1, "AYACUCHO", asText ? "2,450" : 2450, asText ? "S/ 2,573,433" : 2573433);
    cells(sheet, 5, 2, "HUANUCO", asText ? "5,200" : 5200, asText ? "S/ 5,000,000" : 5000000);
    cells(sheet, 6, 3, "PASCO", asText ? "800" : 800, asText ? "S/ 1,000,000" : 1000000);
    cells(sheet, 7, 4, "PUNO", asText ? "900" : 900, asText ? "S/ 1,000,000" : 1000000);
    cells(sheet, 8, 5, "SAN MARTIN", asText ? "12,200" : 12200, asText ? "S/ 6,100,000" : 6100000);
    cells(sheet, 9, 6, "UCAYALI", asText ? "4,450" : 4450, asText ? "S/ 3,738,950" : 3738950);
    cells(sheet, 10, null, "TOTAL", asText ? "26,000" : 26000, asText ? "S/ 19,412,383" : 19412383);
    sheet.value(12, 0, "Fuente: CICAD/doc.2217/15");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void loadsTheTitlingTableOf2015WithoutAMapping(boolean asText) {
    FigureReport report = load(workbook(sheet -> titlingTable(sheet, asText)));

    Map<String, Integer> titles = new TreeMap<>();
    double soles = 0;
    for (Figure figure : report.figures()) {
      assertThat(figure.key())
          .extracting(Figure.Key::measure, Figure.Key::series, key -> key.period().toString())
          .containsExactly(Measure.TARGET, "PIRDAIS", "2015");
      assertThat(figure.method()).isEqualTo(Method.TARGET);
      if (figure.indicator().equals("land_titles")) {
        titles.put(figure.region().code(), (int) figure.value().getAsDouble());
      } else {
        assertThat(figure.indicator()).isEqualTo("land_titling_budget");
        soles += figure.value().getAsDouble();
      }
    }
    assertThat(titles).isEqualTo(TITLES);
    assertThat(soles).isEqualTo(19_412_383);
    assertThat(report.totals()).isEqualTo(1);
    assertThat(report.refused()).isZero();
    assertThat(report.unchanged()).isEqualTo(12); // the reference data has them all
    assertThat(report.problems()).noneMatch(p -> p.severity() == Severity.REFUSED);
    assertThat(report.figures().get(0).source().title()).contains("Titulación de predios rurales");
  }

  @Test
  void makesADeliveryOfADataset() {
    FigureReport report = load(workbook(sheet -> titlingTable(sheet, false)));
    Dataset dataset = Dataset.of("figures/titles", "t", "s", "l", "f.xlsx", "0".repeat(64));

    assertThat(report.delivery(dataset).orElseThrow().figures())
        .hasSize(12)
        .allMatch(figure -> figure.dataset().equals(dataset.id()));
  }

  @Test
  void readsAColumnForEachYear() {
    FigureReport report =
        csv(
            "Superficie de coca (ha) - DEVIDA-OPD;;;\n"
                + "UBIGEO;Departamento;2018;2019 (ha)\n"
                + "22;San Martín;100;110,5\n"
                + "25;Ucayali;;0\n");

    assertThat(values(report))
        .containsOnly(
            entry("22 coca_area 2018", 100.0),
            entry("22 coca_area 2019", 110.5),
            entry("25 coca_area 2019", 0.0));
    assertThat(report.figures()).filteredOn(f -> f.state() == ValueState.ZERO).hasSize(1);
  }

  @Test
  void readsAColumnOfPeriods() {
    FigureReport report =
        csv(
            "Departamento;Periodo;Hectáreas de coca erradicadas CORAH\n"
                + "Ucayali;2022;10\nUcayali;I trimestre 2023;3\nUcayali;marzo de 2023;1\n",
            "CORAH.csv");

    assertThat(values(report))
        .containsOnly(
            entry("25 eradicated_area 2022", 10.0),
            entry("25 eradicated_area 2023-Q1", 3.0),
            entry("25 eradicated_area 2023-03", 1.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          UBIGEO;2015 ! 99;5 ! 05;5 ! unknown_region
          UBIGEO;2015 ! X;5 ! 05;5 ! unknown_region
          Departamento;2015 ! Macondo;5 ! Pasco;5 ! unknown_region
          UBIGEO;Departamento;2015 ! 22;Puno;5 ! 05;Ayacucho;5 ! name_disagrees
          Departamento;2015 ! Puno;abc ! Pasco;5 ! not_a_number
          Departamento;2015 ! Puno;-5 ! Pasco;5 ! impossible_value
          Departamento;2027 ! Puno;5 ! Pasco;5 ! future_period
          Departamento;Periodo;Títulos ! Puno;ayer;5 ! Pasco;2015;5 ! unknown_period
          Departamento;Periodo;Títulos ! Puno;;5 ! Pasco;2015;5 ! unknown_period
          """)
  void refusesACell(String head, String bad, String good, String code) {
    FigureReport report = csv(HEAD + head + "\n" + bad + "\n" + good + "\n");

    FigureProblem problem =
        report.problems().stream()
            .filter(p -> p.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new AssertionError(report.problems().toString()));
    assertThat(problem.severity()).isEqualTo(Severity.REFUSED);
    assertThat(problem.place().row()).hasValue(4);
    assertThat(problem.place().column()).isPresent();
    assertThat(report.refused()).isPositive();
    assertExplained(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          UBIGEO;Departamento;2015 ! 5;Ayacucho;7 ! leading_zero_lost
          UBIGEO;Departamento;2015 ! 05;Ayacucho;n.d.\\n21;Puno;7 ! no_value
          Departamento;2015 ! Ayacucho;7\\nAyacucho;7 ! duplicate
          Departamento;2015 ! Ayacucho;7\\nTotal;9 ! total_disagrees
          Departamento;Meta 2015 ! Ayacucho;7 ! value_changes
          """)
  void tellsWhatItDid(String head, String rows, String code) {
    FigureReport report = csv(HEAD + head + "\n" + rows.replace("\\n", "\n") + "\nPuno;;\n");

    assertThat(report.problemsByKind()).containsKey(code);
    assertThat(report.refused()).isZero();
    report.problemsByKind().get(code).forEach(FigureLoaderTest::assertExplained);
  }

  @Test
  void refusesOneOfTwoValuesForTheSame() {
    FigureReport report = csv(HEAD + "Departamento;2015\nAyacucho;7\nPuno;8\nAYACUCHO;9\n");

    assertThat(report.problems())
        .singleElement()
        .isInstanceOfSatisfying(
            ValueProblem.Duplicate.class,
            problem -> {
              assertThat(problem.firstRow()).isEqualTo(4);
              assertThat(problem.severity()).isEqualTo(Severity.REFUSED);
            });
    assertThat(report.refused()).isEqualTo(1);
  }

  @Test
  void readsRegionsByNameWhereTheCodesAreThoseOfReniec() {
    FigureReport report =
        csv(
            HEAD
                + "UBIGEO;Departamento;2015\n21;San Martín;1\n20;Puno;2\n25;Ucayali;3\n"
                + "07;Cusco;4\n24;Callao;5\n");

    assertThat(values(report).keySet())
        .extracting(key -> key.substring(0, 2))
        .containsExactlyInAnyOrder("22", "21", "25", "08", "07");
    assertThat(report.problems())
        .singleElement()
        .isInstanceOf(RegionProblem.ReniecCoding.class)
        .extracting(FigureProblem::severity)
        .isEqualTo(Severity.REPAIRED);
  }

  @Test
  void knowsThousandsByTheTotal() {
    FigureReport report =
        csv(
            "Reforestación PIRDAIS (ha) 2016\t\nDepartamento\tHectáreas reforestadas\n"
                + "Puno\t1,200\nPasco\t300\nTOTAL\t1,500\n");

    assertThat(values(report)).containsEntry("21 reforested_area 2016", 1200.0);
    assertThat(report.problemsByKind()).containsKey("mark_decided");
  }

  @Test
  void refusesNumbersThatCouldBeThousandsOrDecimals() {
    FigureReport report =
        csv(
            "Reforestación PIRDAIS (ha) 2016\t\nDepartamento\tHectáreas reforestadas\n"
                + "Puno\t1,200\nPasco\t3,400\n");

    assertThat(report.figures()).isEmpty();
    assertThat(report.problems()).extracting(FigureProblem::code).containsOnly("ambiguous_number");
    assertThat(report.refused()).isEqualTo(2);
  }

  @Test
  void refusesMoreThanTheRegionHas() {
    Region puno =
        REFERENCE.regions().stream()
            .filter(region -> region.ref().equals(new RegionRef("departments", "21")))
            .findFirst()
            .orElseThrow();
    Place.Boundary boundary = (Place.Boundary) puno.place();
    double area = EqualAreaFrame.hectares(boundary.geometry());

    FigureReport report =
        csv(
            "Coca DEVIDA-OPD (ha)\t\nDepartamento\t2024\nPuno\t"
                + Math.ceil(area + 1)
                + "\nTacna\t1.5\n");

    assertThat(report.problemsByKind()).containsOnlyKeys("impossible_value");
  }

  @Test
  void tellsAJumpAgainstTheYearBefore() {
    FigureReport report =
        csv(
            "Superficie de coca DEVIDA-OPD (ha)\t\nDepartamento\t2025\nSan Martín\t90000.5\nPuno\t1\n");

    assertThat(report.problems())
        .filteredOn(problem -> problem instanceof ValueProblem.Jump)
        .isNotEmpty()
        .allSatisfy(
            problem -> {
              assertThat(((ValueProblem.Jump) problem).neighbour()).isEqualTo("2024");
              assertExplained(problem);
            });
    assertThat(report.figures()).hasSize(2);
  }

  @Test
  void tellsMoreEradicatedThanWasThere() {
    FigureReport report =
        csv("Coca erradicada CORAH (ha)\t\nDepartamento\t2023\nSan Martín\t70000.5\nPuno\t1\n");

    assertThat(report.problemsByKind()).containsKey("more_than_there");
    assertThat(report.figures()).hasSize(2);
  }

  @Test
  void refusesAnotherUnit() {
    FigureReport report =
        csv("Títulos de propiedad PIRDAIS\t\nDepartamento\tland_titles 2015 (ha)\nPuno\t1\n");

    assertThat(report.figures()).isEmpty();
  }

  @Test
  void refusesAMappingInAnotherUnit() {
    FigureTable table = table("x\t\nDepartamento\tTítulos\nPuno\t1\n", "x.csv");
    FigureMapping mapping =
        new FigureMapping(
            "departments",
            Optional.empty(),
            List.of("Departamento"),
            Optional.empty(),
            List.of(
                new FigureMapping.ValueColumn(
                    "Títulos",
                    "land_titles",
                    Measure.ACTUAL,
                    Method.REPORTED,
                    "ha",
                    Optional.of(Period.ofYear(2015)))),
            "PIRDAIS",
            new Source("x", ""));

    FigureReport report = loader().load(table, mapping);

    assertThat(report.problems()).singleElement().isInstanceOf(TableProblem.UnitDisagrees.class);
    assertExplained(report.problems().get(0));
    assertThat(report.refused()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          PIRDAIS ! Departamento;Cosas ! unknown_indicator
          Títulos de propiedad ! Departamento;2015 ! unknown_series
          Títulos PIRDAIS ! Departamento;Títulos ! unknown_period
          Títulos PIRDAIS 2015 ! Lugar;Títulos ! unknown_region
          """)
  void saysWhatItDoesNotRecognise(String title, String head, String code) {
    FigureReport report = csv(title + ";\n" + head + "\nLa Mar Alta;1\nOtro Lado;2\n");

    assertThat(report.mapping()).isEmpty();
    assertThat(report.problemsByKind()).containsKey(code);
    report.problems().forEach(FigureLoaderTest::assertExplained);
  }

  private static void assertExplained(FigureProblem problem) {
    assertThat(problem.explanation().es()).isNotEqualTo(problem.explanation().en());
    assertThat(problem.place().inWords().es()).startsWith(problem.place().file());
  }

  private static Map<String, Double> values(FigureReport report) {
    Map<String, Double> values = new TreeMap<>();
    for (Figure figure : report.figures()) {
      values.put(
          figure.region().code() + " " + figure.indicator() + " " + figure.period(),
          figure.value().getAsDouble());
    }
    return values;
  }

  private static FigureLoader loader() {
    return new FigureLoader(REFERENCE.catalogue(), REFERENCE.regions(), REFERENCE.figures(), TODAY);
  }

  private static FigureReport load(Path file) {
    return loader().load(FigureTable.read(file, ReadOptions.NONE));
  }

  private FigureReport csv(String text) {
    return csv(text, "cifras.csv");
  }

  private FigureReport csv(String text, String name) {
    return loader().load(table(text, name));
  }

  private FigureTable table(String text, String name) {
    try {
      Path file = folder.resolve(name);
      Files.writeString(file, text);
      return FigureTable.read(file, ReadOptions.NONE);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path workbook(Consumer<Worksheet> content) {
    Path file = folder.resolve("titulacion.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Test", null)) {
      content.accept(workbook.newWorksheet("Hoja1"));
      workbook.finish();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return file;
  }

  private static void cells(Worksheet sheet, int row, Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof String text) {
        sheet.value(row, i, text);
      } else if (values[i] instanceof Number number) {
        sheet.value(row, i, number);
      }
    }
  }
}
