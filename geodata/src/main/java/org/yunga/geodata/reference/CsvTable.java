package org.yunga.geodata.reference;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A shipped CSV file, read strictly: exactly the known columns in the known order, and no two rows
 * of one key.
 */
final class CsvTable {

  private final String file;
  private final List<String> columns;
  private final List<String> key;

  /**
   * @param file path below this package
   * @param columns its header
   * @param key the columns whose values together are unique; none when rows may repeat
   */
  CsvTable(String file, List<String> columns, List<String> key) {
    this.file = file;
    this.columns = columns;
    this.key = key;
  }

  <T> List<T> read(Function<CsvRow, T> mapper) {
    try (InputStream in = Resources.open(file)) {
      return read(new InputStreamReader(in, StandardCharsets.UTF_8), mapper);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> List<T> read(Reader text, Function<CsvRow, T> mapper) {
    List<T> entries = new ArrayList<>();
    Map<String, Long> seen = new HashMap<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : reader) {
        if (entries.isEmpty()) {
          checkHeader(row.getHeader());
        }
        checkFieldCount(row);
        checkUnique(row, seen);
        entries.add(map(row, mapper));
      }
    } catch (CsvParseException e) {
      throw new ReferenceDataException(
          file, seen.size() + 2L, null, "not CSV as expected: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  private void checkHeader(List<String> header) {
    if (!header.equals(columns)) {
      throw new ReferenceDataException(
          file, 1, null, "expected the columns " + columns + ", got " + header, null);
    }
  }

  private void checkFieldCount(NamedCsvRecord row) {
    if (row.getFieldCount() != columns.size()) {
      throw new ReferenceDataException(
          file,
          row.getStartingLineNumber(),
          null,
          row.getFieldCount() + " fields instead of " + columns.size(),
          null);
    }
  }

  private void checkUnique(NamedCsvRecord row, Map<String, Long> seen) {
    if (key.isEmpty()) {
      return;
    }
    String value = String.join("|", key.stream().map(row::getField).toList());
    Long before = seen.put(value, row.getStartingLineNumber());
    if (before != null) {
      throw new ReferenceDataException(
          file,
          row.getStartingLineNumber(),
          String.join("+", key),
          "'" + value + "' stands already in line " + before,
          null);
    }
  }

  /** What the domain refuses, with its place. */
  private <T> T map(NamedCsvRecord row, Function<CsvRow, T> mapper) {
    try {
      return mapper.apply(new CsvRow(file, row));
    } catch (ReferenceDataException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new ReferenceDataException(file, row.getStartingLineNumber(), null, e.getMessage(), e);
    }
  }
}
