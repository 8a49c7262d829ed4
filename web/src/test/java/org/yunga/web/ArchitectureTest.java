package org.yunga.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** web -> geodata -> core, never back; no cycles; the libraries of one module stay in it. */
class ArchitectureTest {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.yunga");

  /** Each package is a slice of its own, the one that holds Main too. */
  private static final SliceAssignment PACKAGES_OF_WEB =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          String name = type.getPackageName();
          return name.startsWith("org.yunga.web")
              ? SliceIdentifier.of(name)
              : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
          return "packages of web";
        }
      };

  @Test
  void theThreeModulesAreOnTheClassPath() {
    for (String known :
        List.of(
            "org.yunga.core.monitor.Monitor",
            "org.yunga.geodata.reference.ReferenceData",
            "org.yunga.web.Main")) {
      assertThat(ALL.contain(known)).as(known).isTrue();
    }
  }

  @Test
  void coreKnowsNobody() {
    noClasses()
        .that()
        .resideInAPackage("org.yunga.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.yunga.geodata..", "org.yunga.web..")
        .check(ALL);
  }

  @Test
  void geodataKnowsCoreOnly() {
    noClasses()
        .that()
        .resideInAPackage("org.yunga.geodata..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.yunga.web..")
        .check(ALL);
  }

  @Test
  void packagesOfWebHaveNoCycles() {
    slices().assignedFrom(PACKAGES_OF_WEB).should().beFreeOfCycles().check(ALL);
  }

  @Test
  void httpKnowsNothingOfTheDomainsAnswers() {
    noClasses()
        .that()
        .resideInAPackage("org.yunga.web.http..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.yunga.web.api..",
            "org.yunga.web.page..",
            "org.yunga.web.server..",
            "org.yunga.web.cli..",
            "org.yunga.core.monitor..",
            "org.yunga.core.snapshot..",
            "org.yunga.core.store..")
        .check(ALL);
  }

  @Test
  void webHasNoSqlAndNoGeoTools() {
    noClasses()
        .that()
        .resideInAPackage("org.yunga.web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.sqlite..", "org.geotools..")
        .check(ALL);
  }

  @Test
  void onlyWebUsesTheWebServer() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.yunga.web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "picocli..")
        .check(ALL);
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    Path sources = Path.of("src/main/java/org/yunga/web");
    List<Path> folders;
    try (Stream<Path> all = Files.walk(sources)) {
      folders = all.filter(Files::isDirectory).toList();
    }
    assertThat(folders)
        .hasSizeGreaterThan(4)
        .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
  }
}
