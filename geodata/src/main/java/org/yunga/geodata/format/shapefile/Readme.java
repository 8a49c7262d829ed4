package org.yunga.geodata.format.shapefile;

import java.util.List;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.WriteOptions;

/** What a shapefile has no room for: full names, types, source and licence. */
final class Readme {

  private Readme() {}

  static String text(
      Table table, List<String> shortNames, WriteOptions options, List<Notice> notices) {
    StringBuilder text = new StringBuilder();
    text.append(options.title().isBlank() ? table.name() : options.title()).append("\n\n");
    if (!options.description().isBlank()) {
      text.append(options.description()).append("\n\n");
    }
    text.append("Textos en UTF-8 (.cpg). Columnas, con su nombre completo y su tipo:\n");
    text.append("Texts are in UTF-8 (.cpg). Columns, with their full name and type:\n\n");
    for (int i = 0; i < shortNames.size(); i++) {
      Column column = table.columns().get(i);
      text.append(
          String.format("%-10s  %s (%s)%n", shortNames.get(i), column.name(), type(column)));
    }
    for (Notice notice : notices) {
      text.append('\n').append(notice.text().es()).append('\n').append(notice.text().en());
      text.append('\n');
    }
    return text.toString().replace("\r\n", "\n").replace("\n", "\r\n");
  }

  private static String type(Column column) {
    ColumnType type = column.type();
    return switch (type) {
      case TEXT -> "texto / text";
      case INTEGER -> "entero / integer";
      case DECIMAL -> "decimal";
      case BOOLEAN -> "sí o no / true or false";
      case DATE -> "fecha / date";
      case DATE_TIME -> "fecha y hora ISO 8601 / ISO 8601 date and time";
    };
  }
}
