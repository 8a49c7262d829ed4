package org.yunga.web.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.export.ExportTable;
import org.yunga.geodata.format.support.PendingFile;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.Row;

/** Writes rows without geometry: CSV and Excel by their formats, JSON as a list of objects. */
interface RowsFile {

  /** Writes all rows; the file stands when it is whole. */
  void write(ExportTable rows);

  /**
   * By the ending of a name.
   *
   * @param force replaces a file that is there
   * @throws ExplainedException when there is no such ending, or the file is there
   */
  static RowsFile of(Path path, boolean force) {
    if (path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
      if (Files.isDirectory(path) || Files.exists(path) && !force) {
        throw ExportFile.there(path);
      }
      return rows -> writeJson(path, rows);
    }
    ExportFile file =
        new ExportFile(
            path, CrosswalkCommand.format(path).orElseThrow(() -> unknownEnding(path)), force);
    return rows -> file.write(List.of(rows));
  }

  private static void writeJson(Path path, ExportTable table) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Row row : table.rows()) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int i = 0; i < row.values().size(); i++) {
        object.put(table.table().columns().get(i).name(), row.values().get(i));
      }
      objects.add(object);
    }
    try (PendingFile pending = new PendingFile(path.toAbsolutePath())) {
      new ObjectMapper().writeValue(pending.path().toFile(), objects);
      pending.complete();
    } catch (IOException e) {
      throw FileExceptions.unwritable(path, e);
    }
  }

  private static ExplainedException unknownEnding(Path path) {
    return new ExplainedException(
        "file_ending_unknown",
        new Bilingual(
            path.getFileName() + " no termina en .csv, .xlsx ni .json. Elija una de las tres.",
            path.getFileName() + " ends in none of .csv, .xlsx, .json. Choose one of them."));
  }
}
