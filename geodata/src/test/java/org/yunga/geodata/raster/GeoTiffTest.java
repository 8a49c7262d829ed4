package org.yunga.geodata.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.format.Gdal;

/** Files that GDAL writes, as offices have them. */
class GeoTiffTest {

  private static final CellMeaning CLASSES = new CellMeaning.Classes();
  private static final RegionRef REGION = new RegionRef("departments", "22");

  /** Lies within the raster of {@link #makeRaster}, and cuts the burnt polygon. */
  private static final String ZONE =
      "POLYGON ((-75.93 -8.07, -75.21 -8.2, -75.3 -8.88, -75.93 -8.07))";

  @TempDir static Path shared;
  @TempDir Path folder;
  private static Path plain;

  /** 300 x 200 cells of class 7, with a triangle of class 21. */
  @BeforeAll
  static void makeRaster() throws IOException {
    Gdal.require();
    plain = shared.resolve("plain.tif");
    Gdal.run(
        "gdal_create",
        "-q",
        "-of",
        "GTiff",
        "-outsize",
        "300",
        "200",
        "-bands",
        "1",
        "-burn",
        "7",
        "-ot",
        "Byte",
        "-a_srs",
        "EPSG:4326",
        "-a_ullr",
        "-76",
        "-8",
        "-75",
        "-9",
        plain.toString());
    Path shape = shared.resolve("triangle.geojson");
    Files.writeString(
        shape,
        "{\"type\":\"Polygon\",\"coordinates\":[[[-75.8,-8.1],[-75.2,-8.3],[-75.5,-8.9],[-75.8,-8.1]]]}",
        StandardCharsets.UTF_8);
    Gdal.run("gdal_rasterize", "-q", "-burn", "21", shape.toString(), plain.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-co TILED=YES -co COMPRESS=DEFLATE",
        "-co TILED=YES -co BLOCKXSIZE=64 -co BLOCKYSIZE=32 -co COMPRESS=LZW -co PREDICTOR=2",
        "-co COMPRESS=PACKBITS",
        "-co COMPRESS=ZSTD",
        "-co BIGTIFF=YES -co COMPRESS=LZW",
        "-ot Float32 -co COMPRESS=DEFLATE -co PREDICTOR=3 -co TILED=YES",
        "-ot Float64",
        "-ot Int16 -co BLOCKYSIZE=200",
        "-ot UInt16 -co ENDIANNESS=BIG",
        "-ot Int32",
        "-b 1 -b 1 -b 1 -co INTERLEAVE=BAND",
        "-b 1 -b 1 -co INTERLEAVE=PIXEL -co TILED=YES"
      })
  void countsTheSameHoweverItIsPacked(String how) {
    Path packed = translate(how);
    ZoneHectares expected = count(plain);

    ZoneHectares found = count(packed);

    assertThat(found).isEqualTo(expected);
    assertThat(found.classes()).containsOnlyKeys(7, 21);
    assertThat(found.seen())
        .isCloseTo(EqualAreaFrame.hectares(wkt(ZONE)), within(1e-6 * found.seen()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:32718", "EPSG:32717", "EPSG:5387", "EPSG:3857", "EPSG:24878"})
  void takesTrueAreasInAProjection(String frame) {
    Path projected = folder.resolve("projected.tif");
    Gdal.run(
        "gdalwarp",
        "-q",
        "-t_srs",
        frame,
        "-tr",
        "500",
        "500",
        "-dstnodata",
        "255",
        plain.toString(),
        projected.toString());

    ZoneHectares found = count(projected);

    double whole = EqualAreaFrame.hectares(wkt(ZONE));
    assertThat(found.seen()).isCloseTo(whole, within(1e-5 * whole));
    assertThat(found.hectares(21)).isCloseTo(count(plain).hectares(21), within(0.01 * whole));
  }

  @Test
  void countsARasterWhoseFirstRowIsTheSouthern() {
    Path flipped = folder.resolve("flipped.tif");
    Gdal.run(
        "gdalwarp",
        "-q",
        "-te",
        "-76",
        "-8",
        "-75",
        "-9",
        "-ts",
        "300",
        "200",
        plain.toString(),
        flipped.toString());

    ZoneHectares expected = count(plain);
    assertThat(count(flipped).hectares(21)).isCloseTo(expected.hectares(21), within(1e-6));
  }

  @Test
  void takesNodataFromTheFile() {
    ZoneHectares found = count(translate("-a_nodata 7"));

    assertThat(found.classes()).containsOnlyKeys(21);
    assertThat(found.nodata()).isCloseTo(count(plain).hectares(7), within(1e-6));
  }

  @Test
  void takesTheEmptyTilesOfASparseFileAsNodata() {
    Path sparse = folder.resolve("sparse.tif");
    Gdal.run(
        "gdal_create",
        "-q",
        "-of",
        "GTiff",
        "-outsize",
        "300",
        "200",
        "-bands",
        "1",
        "-ot",
        "Byte",
        "-a_srs",
        "EPSG:4326",
        "-a_ullr",
        "-76",
        "-8",
        "-75",
        "-9",
        "-a_nodata",
        "255",
        "-co",
        "SPARSE_OK=TRUE",
        "-co",
        "TILED=YES",
        sparse.toString());

    assertThat(count(sparse).seen()).isZero();
  }

  @Test
  void tellsFurtherBandsAndRegionsWithoutBoundary() {
    Path packed = translate("-b 1 -b 1");
    Region nameless = region(new RegionRef("zones", "vraem"), new Place.Unknown());

    RasterTotals totals =
        ZonalTotals.of(packed, CLASSES, List.of(zone(ZONE), nameless), RasterProgress.NONE);

    assertThat(totals.notices())
        .extracting("code")
        .containsExactly("raster_several_bands", "regions_without_boundary");
  }

  @ParameterizedTest
  @CsvSource({
    "raster_not_tiff, -of PNG",
    "raster_broken, -co COMPRESS=LERC",
    "raster_far_away, -a_srs EPSG:32718 -a_ullr 400000 500000 410000 490000",
    "raster_far_away, -a_srs EPSG:4326 -a_ullr 2 48 3 47",
  })
  void refusesWithARemedy(String code, String how) {
    assertRefused(translate(how), code);
  }

  /** Cells without a place on the ground have no area to count. */
  @ParameterizedTest
  @CsvSource({
    "raster_outside_frame, -a_srs EPSG:4326 -a_ullr -76 900 -70 -900",
    "raster_outside_frame, -a_srs EPSG:4326 -a_ullr -4000 10 4000 -10",
    "raster_outside_frame, -a_srs EPSG:32718 -a_ullr -1e12 1e12 1e12 -1e12",
    "raster_outside_frame, -a_srs EPSG:3857 -a_ullr -1e12 1e12 1e12 -1e12",
  })
  void refusesCellsThatMakeNoSense(String code, String how) {
    assertRefused(translate(how), code);
  }

  /** The table of true areas would need gigabytes, or more entries than an array has. */
  @ParameterizedTest
  @CsvSource({
    "raster_too_wide,       EPSG:3857, 40000,   40000, -2e7 2e7 2e7 -2e7",
    "raster_too_wide,       EPSG:3857, 200000, 200000, -2e7 2e7 2e7 -2e7",
    "raster_too_many_cells, EPSG:4326, 16,    4000001, -76 0 -75 -1",
  })
  void refusesFarMoreThanACountry(String code, String frame, int columns, int rows, String place) {
    Path wide = folder.resolve("wide.tif");
    List<String> command = new ArrayList<>(List.of("gdal_create", "-q", "-of", "GTiff"));
    command.addAll(List.of("-outsize", columns + "", rows + "", "-bands", "1", "-ot", "Byte"));
    command.addAll(List.of("-co", "SPARSE_OK=TRUE", "-co", "TILED=YES", "-co", "BIGTIFF=YES"));
    command.addAll(List.of("-co", "BLOCKXSIZE=4096", "-co", "BLOCKYSIZE=4096", "-a_srs", frame));
    command.add("-a_ullr");
    command.addAll(List.of(place.split(" ")));
    command.add(wide.toString());
    Gdal.run(command.toArray(String[]::new));

    assertRefused(wide, code);
  }

  /** Global grids have a point on each pole, so that half of their outer cells lies beyond. */
  @Test
  void aGridFromPoleToPoleIsCounted() {
    Path global = translate("-a_srs EPSG:4326 -a_ullr -180.5 90.45 179.5 -90.45");

    assertThat(count(global).seen())
        .isCloseTo(EqualAreaFrame.hectares(wkt(ZONE)), within(1e-6 * count(global).seen()));
  }

  /** Such metres lie in no frame; whether GeoTools notices depends on what it did before. */
  @Test
  void refusesMetresThatNoFrameHas() {
    Path file = translate("-a_srs EPSG:32718 -a_ullr 1e9 1e9 2e9 0.5e9");

    assertThatThrownBy(() -> count(file))
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> assertThat(e.code()).isIn("raster_far_away", "raster_outside_frame"));
  }

  @Test
  void refusesAPictureWithoutPlace() {
    Path picture = folder.resolve("picture.tif");
    Gdal.run(
        "gdal_create",
        "-q",
        "-of",
        "GTiff",
        "-outsize",
        "30",
        "20",
        "-burn",
        "1",
        picture.toString());

    assertRefused(picture, "raster_place_missing");
  }

  @Test
  void refusesARasterWithoutReferenceSystem() {
    Path silent = folder.resolve("silent.tif");
    Gdal.run(
        "gdal_create",
        "-q",
        "-of",
        "GTiff",
        "-outsize",
        "30",
        "20",
        "-burn",
        "1",
        "-a_ullr",
        "-76",
        "-8",
        "-75",
        "-9",
        silent.toString());

    assertRefused(silent, "raster_frame_missing");
  }

  @Test
  void refusesDamagedCells() throws IOException {
    byte[] bytes = Files.readAllBytes(translate("-co TILED=YES -co COMPRESS=DEFLATE -ot Float32"));
    Arrays.fill(bytes, bytes.length / 2, bytes.length - 200, (byte) 0xAA);
    Path damaged = folder.resolve("damaged.tif");
    Files.write(damaged, bytes);

    assertRefused(damaged, "raster_broken");
  }

  @Test
  void refusesAFileThatIsCutShort() throws IOException {
    byte[] bytes = Files.readAllBytes(translate("-co TILED=YES -co COMPRESS=DEFLATE -ot Float32"));
    Path cut = folder.resolve("cut.tif");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length * 2 / 3));

    assertRefused(cut, "raster_broken");
  }

  @Test
  void refusesAnUncompressedFileThatIsCutShort() throws IOException {
    byte[] bytes = Files.readAllBytes(plain);
    Path cut = folder.resolve("cut.tif");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));

    assertRefused(cut, "raster_broken");
  }

  @Test
  void refusesOnePieceThatIsTooLargeForMemory() {
    Path strip = folder.resolve("strip.tif");
    Gdal.run(
        "gdal_create",
        "-q",
        "-of",
        "GTiff",
        "-outsize",
        "20000",
        "10000",
        "-bands",
        "1",
        "-burn",
        "1",
        "-a_srs",
        "EPSG:4326",
        "-a_ullr",
        "-76",
        "-8",
        "-75",
        "-9",
        "-co",
        "COMPRESS=DEFLATE",
        "-co",
        "BLOCKYSIZE=10000",
        strip.toString());

    assertRefused(strip, "raster_tiles_too_large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "", "II*\0"})
  void refusesWhatIsNoTiff(String content) throws IOException {
    Path text = folder.resolve("text.tif");
    Files.writeString(text, content, StandardCharsets.ISO_8859_1);

    assertRefused(text, "raster_not_tiff");
  }

  @Test
  void refusesAMissingFile() {
    assertRefused(folder.resolve("nowhere.tif"), "raster_not_readable");
  }

  private static void assertRefused(Path file, String code) {
    assertThatThrownBy(() -> count(file))
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.explanation().es()).isNotEqualTo(e.explanation().en());
            });
  }

  /** GDAL writes a skewed transform only through a VRT. */
  @Test
  void refusesARotatedRaster() throws IOException {
    Path vrt = folder.resolve("rotated.vrt");
    Gdal.run("gdal_translate", "-q", "-of", "VRT", plain.toString(), vrt.toString());
    String text = Files.readString(vrt);
    Files.writeString(
        vrt,
        text.replaceAll(
            "<GeoTransform>[^<]*</GeoTransform>",
            "<GeoTransform>-76, 0.003, 0.001, -8, 0.001, -0.003</GeoTransform>"));
    Path rotated = folder.resolve("rotated.tif");
    Gdal.run("gdal_translate", "-q", vrt.toString(), rotated.toString());

    assertRefused(rotated, "raster_rotated");
  }

  private Path translate(String how) {
    Path packed = folder.resolve("packed.tif");
    List<String> command = new ArrayList<>(List.of("gdal_translate", "-q"));
    for (String word : how.split(" ")) {
      command.add(word);
    }
    command.add(plain.toString());
    command.add(packed.toString());
    Gdal.run(command.toArray(String[]::new));
    return packed;
  }

  private static ZoneHectares count(Path file) {
    return ZonalTotals.of(file, CLASSES, List.of(zone(ZONE)), RasterProgress.NONE)
        .regions()
        .get(REGION);
  }

  private static Region zone(String wkt) {
    Geometry boundary = wkt(wkt);
    return region(REGION, new Place.Boundary(boundary, EqualAreaFrame.hectares(boundary)));
  }

  private static Region region(RegionRef ref, Place place) {
    return new Region(ref, "San Martín", Optional.empty(), Optional.empty(), place, List.of());
  }

  private static Geometry wkt(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
