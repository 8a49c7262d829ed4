package org.yunga.geodata.format.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.format.support.Notices;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.FileHead;

/** A workbook that was checked and opened. */
final class Workbooks implements AutoCloseable {

  /** All parts together, unpacked: a sheet with a million rows of twenty columns is half of it. */
  private static final long LARGEST = 2L << 30;

  /** Texts and styles are held in memory, whatever their parts are called. */
  private static final long LARGEST_TEXTS = 256L << 20;

  /** Sheets shrink to a tenth; what shrinks to less than this share was made to harm. */
  private static final long MOST_SHRUNK = 500;

  private static final long SMALL = 16 << 20;
  private static final String OLE_MAGIC = "\u00D0\u00CF\u0011\u00E0";
  private static final String CONTENT = "xl/workbook.xml";

  private final Path file;
  private final ReadableWorkbook workbook;
  private final List<Sheet> sheets;

  private Workbooks(Path file, ReadableWorkbook workbook) {
    this.file = file;
    this.workbook = workbook;
    this.sheets = workbook.getSheets().toList();
  }

  static Workbooks open(Path file) {
    FileHead head = FileHead.of(file);
    String name = file.getFileName().toString();
    if (head.startsWith(OLE_MAGIC)) {
      throw oldOrLocked(name);
    }
    if (head.startsWith("<")) {
      throw FileExceptions.wrongFormat(
          "workbook_is_web_page",
          name,
          XlsxFormat.LABEL,
          new Bilingual(
              "es una página web con nombre de Excel, como las que dan algunos portales. Ábrala en"
                  + " Excel y guárdela como .xlsx.",
              "it is a web page named as Excel, as some portals give them. Open it in Excel and"
                  + " save it as .xlsx."));
    }
    if (!head.startsWith("PK")) {
      throw FileExceptions.wrongFormat(
          "workbook_not_one",
          name,
          XlsxFormat.LABEL,
          new Bilingual("no empieza como un libro de Excel.", "it does not begin as a workbook."));
    }
    checkParts(file, name);
    try {
      boolean withFormats = true;
      boolean errorsAsCells = true;
      return new Workbooks(
          file,
          new ReadableWorkbook(file.toFile(), new ReadingOptions(withFormats, errorsAsCells)));
    } catch (IOException | RuntimeException e) {
      throw broken(name, e);
    }
  }

  static ExplainedException broken(String name, Exception cause) {
    return FileExceptions.broken(
        name,
        XlsxFormat.LABEL,
        "xl/",
        new Bilingual(
            "el contenido no se puede leer (" + cause.getMessage() + ").",
            "its content cannot be read (" + cause.getMessage() + ")."),
        cause);
  }

  private static ExplainedException oldOrLocked(String name) {
    return new ExplainedException(
        "excel_old_or_locked",
        new Bilingual(
            name
                + " es un libro de Excel 97-2003 (.xls) o está protegido con contraseña. Ábralo en"
                + " Excel o LibreOffice, quite la contraseña y guárdelo como «Libro de Excel"
                + " (.xlsx)».",
            name
                + " is a workbook of Excel 97-2003 (.xls), or protected by a password. Open it in"
                + " Excel or LibreOffice, take the password off, and save it as \"Excel Workbook"
                + " (.xlsx)\"."));
  }

  /** Whether a zip holds a workbook; false for what is no zip. */
  static boolean isWorkbook(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(CONTENT) != null;
    } catch (IOException e) {
      return false;
    }
  }

  /** Unpacks everything once, counting: sizes that a zip declares may be lies. */
  private static void checkParts(Path file, String name) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry(CONTENT) == null) {
        throw FileExceptions.wrongFormat(
            "zip_without_workbook",
            name,
            XlsxFormat.LABEL,
            new Bilingual(
                "es un archivo zip sin libro de Excel dentro.",
                "it is a zip file without a workbook in it."));
      }
      ContentTypes types = ContentTypes.of(zip, name);
      long packed = Files.size(file);
      long total = 0;
      Set<String> names = new HashSet<>();
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!names.add(ContentTypes.name(entry.getName()))) {
          // which of them the reader takes nobody knows
          throw broken(name, new IOException("two parts are called " + entry.getName()));
        }
        long limit = LARGEST - total;
        limit = types.holds(entry.getName()) ? Math.min(LARGEST_TEXTS, limit) : limit;
        limit = Math.min(limit, Math.max(SMALL, packed * MOST_SHRUNK));
        total += count(zip, entry, limit, name);
      }
    } catch (IOException e) {
      throw broken(name, e);
    }
  }

  private static long count(ZipFile zip, ZipEntry entry, long limit, String name)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (size > limit) {
          throw FileExceptions.tooLarge(name, entry.getName(), size, limit);
        }
      }
    }
    return size;
  }

  List<String> names() {
    return sheets.stream().map(Sheet::getName).toList();
  }

  /** The sheet asked for, or the first that can be seen and is not empty. */
  XlsxSheet sheet(Optional<String> wanted, Notices notices) {
    String fileName = file.getFileName().toString();
    boolean date1904 = workbook.isDate1904();
    if (wanted.isPresent()) {
      return sheets.stream()
          .filter(sheet -> sheet.getName().equals(wanted.get()))
          .findFirst()
          .map(sheet -> new XlsxSheet(fileName, sheet, date1904, notices))
          .orElseThrow(() -> FileExceptions.unknownLayer(fileName, wanted.get(), names()));
    }
    tellHidden(notices);
    XlsxSheet first = null;
    for (Sheet sheet : sheets) {
      XlsxSheet candidate = new XlsxSheet(fileName, sheet, date1904, notices);
      if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
        if (!candidate.isEmpty()) {
          return candidate;
        }
        first = first == null ? candidate : first;
      }
    }
    if (first == null) {
      throw FileExceptions.unknownLayer(fileName, "", names());
    }
    return first;
  }

  private void tellHidden(Notices notices) {
    List<String> hidden =
        sheets.stream()
            .filter(sheet -> sheet.getVisibility() != SheetVisibility.VISIBLE)
            .map(Sheet::getName)
            .toList();
    if (!hidden.isEmpty()) {
      String names = String.join(", ", hidden);
      notices.add(
          "hidden_sheets",
          "",
          new Bilingual(
              "El libro tiene hojas ocultas, que no se leyeron: " + names + ".",
              "The workbook has hidden sheets, which were not read: " + names + "."));
    }
  }

  @Override
  public void close() {
    try {
      workbook.close();
    } catch (IOException | ExcelReaderException e) {
      throw broken(file.getFileName().toString(), e);
    }
  }
}
