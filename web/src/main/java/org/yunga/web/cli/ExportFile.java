package org.yunga.web.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.export.ExportTable;
import org.yunga.geodata.files.TableFile;
import org.yunga.geodata.format.support.PendingFile;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.Notice;

/**
 * Writes tables into one file. It stands under its name when it is whole; after a failure nothing
 * is left.
 */
final class ExportFile {

  /** Formats without a place for words: those stand in files beside. */
  private static final Set<String> WORDLESS = Set.of("csv", "csv-excel");

  private final Path file;
  private final Format format;

  /**
   * @param force replaces files that are there
   * @throws ExplainedException when the file, or one that goes beside it, is there and must stay
   */
  ExportFile(Path file, Format format, boolean force) {
    this.file = file.toAbsolutePath().normalize();
    this.format = format;
    List<Path> all = new ArrayList<>(List.of(this.file));
    if (isWordless()) {
      all.add(beside("fuentes"));
      all.add(beside("sources"));
    }
    for (Path one : all) {
      if (Files.isDirectory(one) || Files.exists(one) && !force) {
        throw there(one);
      }
    }
  }

  static ExplainedException there(Path path) {
    return new ExplainedException(
        "file_exists",
        new Bilingual(
            path
                + " ya existe y no se tocó. Elija otro nombre, o agregue --force para reemplazarlo"
                + " (una carpeta no se reemplaza por un archivo).",
            path
                + " is there already and was not touched. Choose another name, or add --force to"
                + " replace it (a folder is not replaced by a file)."));
  }

  private boolean isWordless() {
    return WORDLESS.contains(format.id());
  }

  private Path beside(String what) {
    return file.resolveSibling(file.getFileName() + "." + what + ".txt");
  }

  /** Writes them, and tells what the format could not hold; formats of one layer take the first. */
  void write(List<ExportTable> tables) {
    if (isWordless()) {
      Bilingual sources = tables.get(0).sources();
      try (PendingFile es = pending("fuentes", sources.es());
          PendingFile en = pending("sources", sources.en())) {
        writeTables(tables);
        es.complete();
        en.complete();
      }
    } else {
      writeTables(tables);
    }
  }

  private void writeTables(List<ExportTable> tables) {
    TableFile.write(file, format, tables).stream().map(Notice::text).forEach(Console::say);
  }

  private PendingFile pending(String what, String text) {
    Path target = beside(what);
    PendingFile pending = new PendingFile(target);
    try {
      Files.writeString(pending.path(), text + "\n", StandardCharsets.UTF_8);
      return pending;
    } catch (IOException e) {
      pending.close();
      throw FileExceptions.unwritable(target, e);
    }
  }
}
