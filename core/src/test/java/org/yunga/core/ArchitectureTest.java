package org.yunga.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What may depend on what inside core; see the package comments for what each package is. */
class ArchitectureTest {

  private static final String ROOT = "org.yunga.core";
  private static final String JTS = "org.locationtech.jts";
  private static final String SQLITE = "org.sqlite";
  private static final String POSTGRESQL = "org.postgresql";

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** Each package with all that it may import besides {@code java} and itself. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          entry("text", Set.of()),
          entry("audit", Set.of("text")),
          entry("access", Set.of("text", "audit")),
          entry("period", Set.of("text")),
          entry("work", Set.of("text")),
          entry("space", Set.of("text", "work", JTS)),
          entry("aggregate", Set.of("space", JTS)),
          entry("classify", Set.of("text", "period")),
          entry("indicator", Set.of("text", "period")),
          entry("region", Set.of("text", "period", JTS)),
          entry("figure", Set.of("text", "period", "region")),
          entry("plot", Set.of("text", "space", "aggregate", JTS)),
          entry(
              "catalogue",
              Set.of("text", "period", "region", "indicator", "figure", "classify", "plot")),
          entry(
              "dataset",
              Set.of("text", "audit", "period", "region", "figure", "catalogue", "plot")),
          entry("store", Set.of("text", "audit", "access", "dataset", "plot")),
          entry(
              "store.sql",
              Set.of(
                  "text",
                  "audit",
                  "access",
                  "period",
                  "region",
                  "indicator",
                  "figure",
                  "classify",
                  "catalogue",
                  "dataset",
                  "store",
                  "plot",
                  "aggregate",
                  JTS)),
          entry(
              "store.geopackage",
              Set.of("text", "dataset", "plot", "store", "store.sql", JTS, SQLITE)),
          entry(
              "store.postgis",
              Set.of(
                  "text",
                  "dataset",
                  "plot",
                  "aggregate",
                  "store",
                  "store.sql",
                  JTS,
                  POSTGRESQL,
                  "javax.net",
                  "jdk.net",
                  "net.postgis",
                  "com.zaxxer.hikari",
                  "org.flywaydb")),
          entry(
              "backup",
              Set.of("text", "audit", "store", "store.sql", "store.geopackage", "javax.crypto")),
          entry(
              "snapshot",
              Set.of(
                  "text",
                  "work",
                  "period",
                  "space",
                  "region",
                  "indicator",
                  "figure",
                  "catalogue",
                  "dataset",
                  "store",
                  "plot",
                  "aggregate",
                  JTS)),
          entry(
              "disclosure",
              Set.of("region", "catalogue", "snapshot", "plot", "space", "aggregate", JTS)),
          entry(
              "monitor",
              Set.of(
                  "text",
                  "work",
                  "disclosure",
                  "period",
                  "region",
                  "indicator",
                  "figure",
                  "classify",
                  "catalogue",
                  "dataset",
                  "snapshot",
                  "plot",
                  "space",
                  "aggregate",
                  JTS)));

  private static final Set<String> PACKAGES = MAY_IMPORT.keySet();

  @ParameterizedTest
  @FieldSource("PACKAGES")
  void packageImportsOnlyWhatItMay(String name) {
    String[] allowed =
        Stream.concat(
                Stream.of("java..", ROOT + "." + name),
                MAY_IMPORT.get(name).stream()
                    .map(other -> isLibrary(other) ? other + ".." : ROOT + "." + other))
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(ROOT + "." + name)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(CORE);
  }

  private static boolean isLibrary(String name) {
    return name.matches("(org|net|com|javax|jdk)\\..*");
  }

  @Test
  void everyPackageHasItsRule() {
    Set<String> packages =
        CORE.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !name.equals(ROOT))
            .map(name -> name.substring(ROOT.length() + 1))
            .collect(Collectors.toSet());
    assertThat(packages).isEqualTo(PACKAGES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void onlyTheStoreSpeaksJdbc() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", SQLITE + "..", POSTGRESQL + "..")
        .check(CORE);
  }

  @Test
  void coreKnowsNothingOfWhatIsBuiltOnIt() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.yunga.geodata..",
            "org.yunga.web..",
            "com.fasterxml..",
            "io.javalin..",
            "org.geotools..",
            "org.geotools.api..")
        .check(CORE);
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> mute =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .filter(folder -> !isDescribed(folder.resolve("package-info.java")))
              .toList();
      assertThat(mute).as("packages without a comment in package-info.java").isEmpty();
    }
  }

  private static boolean isDescribed(Path packageInfo) {
    try {
      return Files.exists(packageInfo) && Files.readString(packageInfo).startsWith("/**");
    } catch (IOException e) {
      return false;
    }
  }
}
