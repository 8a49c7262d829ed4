package org.yunga.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The titling table of 2015 of the reference data, typed into Excel as an office would. */
public final class TitlingTable {

  private TitlingTable() {}

  /** Titles above, names in capitals, a total, a source below. */
  public static Path write(Path file, int year) {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Test", null)) {
      Worksheet sheet = workbook.newWorksheet("Hoja1");
      row(sheet, 0, "DEVIDA - Programa Presupuestal 0072 PIRDAIS");
      row(sheet, 1, "Titulación de predios rurales, metas " + year);
      row(sheet, 3, "N°", "Departamento", "Títulos", "Presupuesto (S/)");
      row(sheet, 4, "1", "AYACUCHO", "2,450", "S/ 2,573,433");
      row(sheet, 5, "2", "HUANUCO", "5,200", "S/ 5,000,000");
      row(sheet, 6, "3", "PASCO", "800", "S/ 1,000,000");
      row(sheet, 7, "4", "PUNO", "900", "S/ 1,000,000");
      row(sheet, 8, "5", "SAN MARTIN", "12,200", "S/ 6,100,000");
      row(sheet, 9, "6", "UCAYALI", "4,450", "S/ 3,738,950");
      row(sheet, 10, "", "TOTAL", "26,000", "S/ 19,412,383");
      row(sheet, 12, "Fuente: CICAD/doc.2217/15");
      workbook.finish();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return file;
  }

  private static void row(Worksheet sheet, int row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      sheet.value(row, i, cells[i]);
    }
  }
}
