package org.yunga.geodata;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses GEODATA =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.yunga.geodata");

  @Test
  void geodataDependsOnlyOnCoreAndFormatLibraries() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.yunga.geodata..",
            "org.yunga.core..",
            "org.locationtech.jts..",
            "org.geotools..",
            "com.fasterxml.jackson..",
            "de.siegmar.fastcsv..",
            "org.dhatim.fastexcel..",
            "org.sqlite..",
            "org.wololo.flatgeobuf..",
            "com.google.flatbuffers..",
            "org.apache.parquet.format..",
            "javax.xml.stream..",
            "it.geosolutions..",
            "javax.imageio..",
            "java..")
        .check(GEODATA);
  }

  @Test
  void geotoolsIsUsedOnlyForCoordinateReferenceSystemsAndRasters() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.yunga.geodata.crs..", "org.yunga.geodata.raster..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.geotools..", "it.geosolutions..", "javax.imageio..")
        .check(GEODATA);
  }

  @Test
  void jdbcIsUsedOnlyForGeoPackages() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.yunga.geodata.format.geopackage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.sqlite..")
        .check(GEODATA);
  }

  @Test
  void formatsKnowNothingOfTheDomain() {
    noClasses()
        .that()
        .resideInAnyPackage("org.yunga.geodata.format..", "org.yunga.geodata.table..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.yunga.core..")
                .and(not(resideInAPackage("org.yunga.core.text.."))))
        .check(GEODATA);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.yunga.geodata.(*)..").should().beFreeOfCycles().check(GEODATA);
  }

  @Test
  void readersKnowNothingOfTheDomain() {
    noClasses()
        .that()
        .resideInAPackage("org.yunga.geodata.read..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.yunga.core.region..", "org.yunga.core.figure..", "org.yunga.core.catalogue..")
        .check(GEODATA);
  }
}
