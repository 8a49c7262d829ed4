package org.yunga.geodata.figures;

import java.util.Optional;
import java.util.OptionalLong;
import org.yunga.core.text.Bilingual;

/**
 * Where in a table a problem is.
 *
 * @param file name of the file
 * @param row number as people count it; empty when it is of the whole column or table
 * @param column name of the column; empty when it is of the whole row or table
 * @param value as given; empty when nothing was
 */
public record CellPlace(
    String file, OptionalLong row, Optional<String> column, Optional<String> value) {

  /** For a line of a report. */
  public Bilingual inWords() {
    StringBuilder es = new StringBuilder(file);
    StringBuilder en = new StringBuilder(file);
    row.ifPresent(number -> es.append(", fila ").append(number));
    row.ifPresent(number -> en.append(", row ").append(number));
    column.ifPresent(name -> es.append(", columna «").append(name).append('»'));
    column.ifPresent(name -> en.append(", column '").append(name).append('\''));
    value.ifPresent(text -> es.append(": ").append(text));
    value.ifPresent(text -> en.append(": ").append(text));
    return new Bilingual(es.toString(), en.toString());
  }
}
