package org.yunga.geodata.bulk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A job takes core along, and nothing of the server or its stores. */
class ArchitectureTest {

  @Test
  void itUsesCoresEngineAndSpark() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.yunga.geodata.bulk..",
            "org.yunga.core.aggregate..",
            "org.yunga.core.plot..",
            "org.yunga.core.space..",
            "org.yunga.core.text..",
            "org.yunga.core.work..",
            "org.locationtech.jts..",
            "org.apache.spark..",
            "org.apache.sedona..",
            "org.apache.hadoop..",
            "scala..",
            "picocli..",
            "java..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.yunga.geodata.bulk"));
  }
}
