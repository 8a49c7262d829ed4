package org.yunga.geodata.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.yunga.geodata.format.support.Dates;
import org.yunga.geodata.table.ColumnType;

/** The narrowest type that all values of a property fit. */
final class TypeGuess {

  private static final int MOST_DIGITS = 18;
  private static final int LONGEST_DATE = 40;

  private ColumnType type;

  /** Looks at one value; the parser stays where it is. */
  void see(JsonToken token, JsonParser parser) throws IOException {
    if (type != ColumnType.TEXT && token != JsonToken.VALUE_NULL) {
      ColumnType found = type(token, parser);
      type = type == null || type == found ? found : joined(type, found);
    }
  }

  private static ColumnType joined(ColumnType one, ColumnType other) {
    boolean numbers =
        (one == ColumnType.INTEGER || one == ColumnType.DECIMAL)
            && (other == ColumnType.INTEGER || other == ColumnType.DECIMAL);
    return numbers ? ColumnType.DECIMAL : ColumnType.TEXT;
  }

  private static ColumnType type(JsonToken token, JsonParser parser) throws IOException {
    return switch (token) {
      case VALUE_TRUE, VALUE_FALSE -> ColumnType.BOOLEAN;
      case VALUE_NUMBER_INT ->
          parser.getTextLength() <= MOST_DIGITS ? ColumnType.INTEGER : ColumnType.TEXT;
      case VALUE_NUMBER_FLOAT -> ColumnType.DECIMAL;
      case VALUE_STRING -> ofText(parser);
      default -> ColumnType.TEXT;
    };
  }

  private static ColumnType ofText(JsonParser parser) throws IOException {
    int length = parser.getTextLength();
    if (length < 10 || length > LONGEST_DATE) {
      return ColumnType.TEXT;
    }
    String text = parser.getText();
    if (Dates.date(text).isPresent()) {
      return ColumnType.DATE;
    }
    return Dates.dateTime(text).isPresent() ? ColumnType.DATE_TIME : ColumnType.TEXT;
  }

  /** Text where all values are null. */
  ColumnType type() {
    return type == null ? ColumnType.TEXT : type;
  }
}
