package org.yunga.geodata.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.text.Bilingual;

/** Input that is not what it should be: refused, or told; never lost in silence. */
class RefusalsTest extends SparkTest {

  private static final String SQUARE = "\"POLYGON ((-77 -9, -76 -9, -76 -8, -77 -8, -77 -9))\"";

  private Path plots() {
    return World.write(World.plots(3), folder.resolve("plots.parquet"));
  }

  @Test
  void rowsThatAreNoPlotsStopTheJobUnlessLeftOut() {
    String field = "\"POLYGON ((-76.9 -9.4, -76.8 -9.4, -76.8 -9.3, -76.9 -9.4))\"";
    String bow = "\"POLYGON ((-76.9 -9.4, -76.8 -9.3, -76.8 -9.4, -76.9 -9.3, -76.9 -9.4))\"";
    Path csv =
        text(
            "plots.csv",
            """
            kind,year,wkt
            coca_field,2020,%1$s
            ,2020,%1$s
            coca_field,,%1$s
            coca_field,20x0,%1$s
            coca_field,2020,POLYGON ((1 2
            coca_field,2020,POINT (350000 9100000)
            coca_field,2020,%2$s
            """
                .formatted(field, bow));
    assertRefused(
        "plots_unusable",
        "1 cuya geometría no se puede leer ('POLYGON ((1 2' @ plots.csv)",
        () -> run(csv, regions(), out()));
    assertRefused(
        "plots_unusable",
        "2 sin año, o con uno que no lo es ('' @ plots.csv)",
        () -> run(csv, regions(), out()));
    assertThat(out()).doesNotExist();
    run(csv, regions(), out(), "--partial");
    Row one = read(out()).get(new Cell("districts", "220101", "area", "coca_field", 2020));
    assertThat(one.<Long>getAs("count")).isEqualTo(1);
  }

  @Test
  void whatIsWrongIsNamedAndNothingIsLeft() throws IOException {
    Path plots = World.write(World.plots(3), folder.resolve("plots.parquet"));
    Path none = folder.resolve("nada.parquet");
    assertRefused("input_missing", "nada.parquet", () -> run(none, regions(), out()));
    Path text = text("notes.parquet", "hola");
    assertRefused("input_unreadable", "notes.parquet", () -> run(text, regions(), out()));
    assertRefused(
        "column_missing", "familias", () -> run(plots, regions(), out(), "--year-column", "anio"));
    assertRefused("column_missing", "--code-column", () -> run(plots, plots, out()));
    Path cut = text("zonas.csv", "region_code,wkt\nA," + SQUARE + "\nB,POLYGON ((1 2\n");
    assertRefused("region_unusable", "fila 2", () -> run(plots, cut, out()));
    assertThat(out()).doesNotExist();
    List<World.Region> twice = List.of(REGIONS.get(0), REGIONS.get(0));
    Path same = World.writeRegions(twice, folder.resolve("twice.parquet"));
    assertRefused("region_unusable", "220101", () -> run(plots, same, out()));
  }

  private static List<RegionList.One> read(Path regions, List<Bilingual> told) {
    GeoTable table = GeoTable.open(SPARK, regions.toString(), Optional.empty(), "");
    return new RegionReader(table, "region_code", table.find("region_set"), "zei").read(told::add);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"POLYGON ((-77 -9, -76 -9, -76\"' | su geometría no se puede leer ('POLYGON ((-77 -9",
        "'\"POLYGON ((-77 -9, -76 -9, -76 -8))\"' | su geometría no se puede leer",
        "POLYGON ((-77 -9, -76 -9, -76 -8, -77 -9)) | su geometría no se puede leer ('POLYGON ((-77",
        "hola | su geometría no se puede leer ('hola')",
        "'\"LINESTRING (-77 -9, -76 -9)\"' | no es un polígono",
        "'\"POLYGON ((350000 9000000, 360000 9000000, 350000 9100000, 350000 9000000))\"' | está fuera",
        "'\"POLYGON ((-77 -9, -76 -8, -76 -9, -77 -8, -77 -9))\"' | su límite es inválido: se cruza"
      })
  void aRegionThatCannotBeReadIsRefusedWithItsRow(String wkt, String told) {
    String rows = "region_set,region_code,wkt\nzei,A," + SQUARE + "\nzei,B," + wkt + "\n";
    Path regions = text("zonas.csv", rows);
    String place = "zonas.csv, fila 2, región zei/B: ";
    assertRefused("region_unusable", place + told.strip(), () -> read(regions, new ArrayList<>()));
  }

  /** As in the export of a set in which some regions have no limits. */
  @Test
  void regionsWithoutABoundaryAreTold() {
    Path regions = text("zonas.csv", "region_code,wkt\nA," + SQUARE + "\nB,\nC,POINT (-76 -9)\n");
    List<Bilingual> told = new ArrayList<>();
    assertThat(read(regions, told)).extracting(RegionList.One::code).containsExactly("A");
    assertThat(told).singleElement().extracting(Bilingual::es).asString().contains("zei/B, zei/C");
  }

  /** The order of columns is that of the first file; in another file it means something else. */
  @Test
  void filesOfAFolderWithOtherColumnsAreRefused() throws IOException {
    Files.createDirectory(folder.resolve("plots.csv"));
    text("plots.csv/a.csv", "kind,year,wkt\nwell,2020,POINT (-76.9 -9.4)\n");
    text("plots.csv/b.csv", "kind,wkt,year\nwell,POINT (-76.9 -9.4),2020\n");
    assertRefused("job_failed", "CSV", () -> run(folder.resolve("plots.csv"), regions(), out()));
  }

  @Test
  void aFileThatIsCutOffIsRefused() throws IOException {
    Path file = World.write(World.plots(3_000), folder.resolve("all.parquet"));
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 1_000; i < 3_000; i++) {
      bytes[i] = 0;
    }
    Path broken = Files.write(folder.resolve("broken.parquet"), bytes);
    assertRefused("job_failed", "broken.parquet", () -> run(broken, regions(), out()));
    assertThat(out()).doesNotExist();
  }
}
