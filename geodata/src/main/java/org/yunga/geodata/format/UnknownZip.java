package org.yunga.geodata.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.table.FileHead;

/** Why a file named zip holds nothing that a format knows, each reason with its own remedy. */
final class UnknownZip {

  private UnknownZip() {}

  static ExplainedException of(Path file) {
    String name = file.getFileName().toString();
    if (!FileHead.of(file).startsWith("PK")) {
      return new ExplainedException(
          "zip_not_one",
          new Bilingual(
              name
                  + " se llama zip y no lo es: quizá es otro archivo con otro nombre. Comprima"
                  + " juntas las partes del Shapefile (.shp, .shx, .dbf, .prj).",
              name
                  + " is named zip and is none: perhaps another file under another name. Zip the"
                  + " parts of the Shapefile together (.shp, .shx, .dbf, .prj)."));
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return withoutData(name, zip.stream().map(ZipEntry::getName).toList());
    } catch (IOException e) {
      return new ExplainedException(
          "zip_broken",
          new Bilingual(
              "El zip " + name + " está cortado o dañado. Descárguelo o cópielo de nuevo, entero.",
              "The zip " + name + " is cut off or damaged. Download or copy it again, whole."),
          e);
    }
  }

  private static ExplainedException withoutData(String name, List<String> entries) {
    boolean parts =
        entries.stream()
            .anyMatch(entry -> entry.toLowerCase(Locale.ROOT).matches(".*\\.(shx|dbf|prj|cpg)"));
    return parts
        ? new ExplainedException(
            "zip_without_shp",
            new Bilingual(
                "En "
                    + name
                    + " hay partes de un Shapefile y falta el .shp, que trae las geometrías."
                    + " Agréguelo al zip.",
                "In "
                    + name
                    + " there are parts of a Shapefile, and the .shp is missing, which holds the"
                    + " geometries. Add it to the zip."))
        : new ExplainedException(
            "zip_without_data",
            new Bilingual(
                "En "
                    + name
                    + " no hay un Shapefile (.shp con .shx y .dbf) ni un libro de Excel. Comprima"
                    + " juntas las partes del Shapefile, o envíe el archivo sin comprimir.",
                "In "
                    + name
                    + " there is no Shapefile (.shp with .shx and .dbf) and no workbook. Zip the"
                    + " parts of the Shapefile together, or send the file without zipping it."));
  }
}
