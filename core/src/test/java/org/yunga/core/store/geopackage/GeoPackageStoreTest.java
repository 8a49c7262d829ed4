package org.yunga.core.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.bounded;
import static org.yunga.core.Fixtures.dataset;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.figures;
import static org.yunga.core.Fixtures.ref;
import static org.yunga.core.Fixtures.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.Figure;
import org.yunga.core.region.Region;
import org.yunga.core.store.Store;
import org.yunga.core.store.StoreContract;
import org.yunga.core.store.sql.Sql;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnavailableException;

class GeoPackageStoreTest extends StoreContract {

  private static final Duration SHORT = Duration.ofMillis(50);

  @TempDir Path temp;

  @Override
  protected Store newStore() {
    return GeoPackageStore.open(folder());
  }

  private Path folder() {
    return temp.resolve("datos de Ñaña");
  }

  private Path file() {
    return folder().resolve("yunga.gpkg");
  }

  @Test
  void isOneFileWithTheMarksOfAGeoPackage() throws Exception {
    filled().close();

    assertThat(folder()).isDirectoryContaining("glob:**/yunga.gpkg");
    assertThat(Files.list(folder())).containsExactly(file());
    assertThat(number("PRAGMA application_id")).isEqualTo(0x47504B47);
    assertThat(number("PRAGMA user_version")).isEqualTo(10300);
  }

  @Test
  void aReleaseIsDatedByTheClock() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00.9Z"), ZoneOffset.UTC);
    try (Store store = GeoPackageStore.open(folder(), Migrations.all(), clock, SHORT)) {
      assertThat(store.publish(reference()).publishedAt())
          .isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
    }
  }

  @Test
  void theFolderMayBeALink() throws IOException {
    Path real = Files.createDirectory(temp.resolve("real"));
    Path link = Files.createSymbolicLink(temp.resolve("link"), real);

    GeoPackageStore.open(link).close();

    assertThat(real.resolve("yunga.gpkg")).exists();
  }

  @Test
  void anEmptyFileIsANewStore() throws IOException {
    Files.createDirectories(folder());
    Files.createFile(file());
    assertThat(open().latestReleaseNumber()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 5000})
  void randomBytesAreLeftAsTheyAre(int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    assertLeftAsUnreadable(bytes, this::open);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 75})
  void aTruncatedStoreIsLeftAsItIs(int percent) throws IOException {
    filled().close();
    byte[] whole = Files.readAllBytes(file());
    byte[] part = Arrays.copyOf(whole, whole.length * percent / 100);

    assertLeftAsUnreadable(part, () -> open().readLatest());
  }

  @Test
  void aStoreWithDamagedPagesIsLeftAsItIs() throws IOException {
    filled().close();
    byte[] bytes = Files.readAllBytes(file());
    Random random = new Random(8);
    IntStream.range(1000, bytes.length).forEach(i -> bytes[i] = (byte) random.nextInt());

    assertLeftAsUnreadable(bytes, () -> open().readLatest());
  }

  @Test
  void aDatabaseOfSomethingElseIsLeftAsItIs() throws Exception {
    Files.createDirectories(folder());
    sql("CREATE TABLE song (title TEXT)");
    assertLeftAsUnreadable(Files.readAllBytes(file()), this::open);
  }

  private void assertLeftAsUnreadable(byte[] bytes, ThrowingCallable work) throws IOException {
    Files.createDirectories(folder());
    Files.write(file(), bytes);

    assertExplained("store_unreadable", work)
        .contains("no es un almacén de Yunga o está dañado", "is not a store of Yunga");
    closeAll();
    assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
  }

  @Test
  void aStoreOfANewerProgramIsLeftAsItIs() throws Exception {
    filled().close();
    sql("INSERT INTO yunga_schema (version) VALUES (99)");
    byte[] before = Files.readAllBytes(file());

    assertExplained("store_newer", this::open)
        .contains(
            "esquema 99",
            "conoce hasta " + Migrations.all().size() + ")",
            "schema 99",
            "up to " + Migrations.all().size() + ")");
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void aFolderThatIsAFileIsExplained() throws IOException {
    Files.writeString(folder(), "not a folder");
    assertExplained("data_folder_unusable", this::open).contains("--data CARPETA", "--data DIR");
  }

  @Test
  void aFolderBelowAFileIsExplained() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "not a folder");
    Path folder = file.resolve("data");
    assertThat(explained("data_folder_unusable", () -> GeoPackageStore.open(folder)).es())
        .contains(folder.toString());
  }

  @Test
  void aFolderThatMayOnlyBeReadIsExplained() throws IOException {
    Files.createDirectories(folder());
    assertThat(folder().toFile().setWritable(false)).isTrue();
    Assumptions.assumeFalse(Files.isWritable(folder()), "this user may write everywhere (root)");
    assertExplained("data_folder_unusable", this::open);
  }

  @Test
  void aFolderInThePlaceOfTheFileIsExplained() throws IOException {
    Files.createDirectories(file());
    assertExplained("data_folder_unusable", this::open);
  }

  @Test
  void aStoreThatAnotherProgramWritesToIsExplainedAndLeftAsItWas() throws Exception {
    filled().close();
    try (Store store = GeoPackageStore.open(folder(), Migrations.all(), Clock.systemUTC(), SHORT)) {
      ReleaseContent before = store.readLatest();
      try (Connection other = connect()) {
        execute(other, "BEGIN IMMEDIATE");

        assertExplained("store_locked", () -> store.publish(figures(9)))
            .contains("Otro programa está escribiendo", "Another program is writing");
        assertThat(catchThrowable(() -> store.publish(figures(9))))
            .isInstanceOf(UnavailableException.class);
        assertSameContent(store.readLatest(), before);
        execute(other, "ROLLBACK");
      }
      assertThat(store.publish(figures(9)).number()).isEqualTo(before.release().number() + 1);
    }
  }

  @Test
  void aLockedStoreThatNeedsAnUpgradeIsExplained() throws Exception {
    filled().close();
    try (Connection other = connect()) {
      execute(other, "BEGIN IMMEDIATE");
      assertExplained("store_locked", () -> openWith("CREATE TABLE extra (x);\n"));
    }
  }

  @Test
  void anUpgradeKeepsWhatIsThere() throws Exception {
    ReleaseContent before = filledContent();

    try (Store store = openWith("ALTER TABLE region ADD COLUMN extra TEXT;\n")) {
      assertSameContent(store.readLatest(), before);
      assertThat(number("SELECT max(version) FROM yunga_schema"))
          .isEqualTo(Migrations.all().size() + 1);
      assertThat(number("SELECT count(*) FROM region WHERE extra IS NULL")).isEqualTo(3);
      store.publish(figures(9));
    }
    assertExplained("store_newer", this::open);
  }

  @Test
  void aFailingUpgradeLeavesTheStoreAsItWas() throws Exception {
    ReleaseContent before = filledContent();

    assertThat(catchThrowable(() -> openWith("CREATE TABLE extra (x);\nNONSENSE;\n")))
        .hasMessageContaining(file().toString())
        .hasMessageContaining("NONSENSE");

    assertThat(number("SELECT count(*) FROM sqlite_master WHERE name = 'extra'")).isZero();
    assertSameContent(open().readLatest(), before);
  }

  private Store openWith(String script) {
    List<String> scripts = Stream.concat(Migrations.all().stream(), Stream.of(script)).toList();
    return GeoPackageStore.open(folder(), scripts, Clock.systemUTC(), SHORT);
  }

  private ReleaseContent filledContent() {
    try (Store store = filled()) {
      return store.readLatest();
    }
  }

  /** Regions with boundaries and enough figures for a file of many pages. */
  private Store filled() {
    String wkt = "MULTIPOLYGON (((-76 -8, -75 -8, -75 -7, -76 -8)))";
    Region[] regions =
        Stream.of("departments/22", "departments/25", "districts/221003")
            .map(ref -> bounded(ref(ref), ref, wkt))
            .toArray(Region[]::new);
    Store store = newStore();
    store.publish(reference(regions));
    store.publish(
        figures(
            1,
            IntStream.range(1000, 2000)
                .mapToObj(year -> figure(SAN_MARTIN, "coca", String.valueOf(year), "OPD", year))
                .toArray(Figure[]::new)));
    assertThat(store.latestRelease().datasets()).contains(dataset("figures", 1));
    return store;
  }

  /** Both texts name the place, so that a reader can find it; joined for further checks. */
  private AbstractStringAssert<?> assertExplained(String code, ThrowingCallable work) {
    Bilingual text = explained(code, work);
    assertThat(text.es()).contains(folder().toString());
    assertThat(text.en()).contains(folder().toString());
    return assertThat(text.es() + " / " + text.en());
  }

  private static Bilingual explained(String code, ThrowingCallable work) {
    ExplainedException e = catchThrowableOfType(ExplainedException.class, work);
    assertThat(e).as("explained failure").isNotNull();
    assertThat(e.code()).isEqualTo(code);
    return e.explanation();
  }

  private int number(String sql) throws SQLException {
    try (Connection connection = connect()) {
      return Sql.query(connection, sql, row -> row.getInt(1)).get(0);
    }
  }

  private void sql(String sql) throws SQLException {
    try (Connection connection = connect()) {
      execute(connection, sql);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file());
  }
}
