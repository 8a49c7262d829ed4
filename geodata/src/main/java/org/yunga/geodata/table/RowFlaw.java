package org.yunga.geodata.table;

import java.util.Optional;
import org.yunga.core.text.Bilingual;

/**
 * What is wrong with one row as a piece of its format. The text is made when it is asked for.
 *
 * <p>Places are as exact as the format allows, in its own terms: {@code feature 12}, {@code line 7,
 * column 3}, {@code /features/3/geometry}, {@code fila 7, hoja Datos}.
 */
public sealed interface RowFlaw {

  /** Snake case, stable; for programs. */
  String code();

  /** Where in the file. */
  String place();

  /** The column, where it is about one. */
  default Optional<String> field() {
    return Optional.empty();
  }

  /** What was given, shortened, where it can be shown. */
  default Optional<String> value() {
    return Optional.empty();
  }

  /** Whether nothing is lost all the same; otherwise the value, geometry or row is missing. */
  default boolean isRepaired() {
    return false;
  }

  /** What was given, what is allowed, what was done or is to be done. */
  Bilingual explanation();

  /** A value is not of the type of its column; null was taken. */
  record UnreadableValue(String place, String column, String given, ColumnType expected)
      implements RowFlaw {
    @Override
    public String code() {
      return "value_unreadable";
    }

    @Override
    public Optional<String> field() {
      return Optional.of(column);
    }

    @Override
    public Optional<String> value() {
      return Optional.of(Shown.of(given));
    }

    @Override
    public Bilingual explanation() {
      Bilingual type = Shown.name(expected);
      return new Bilingual(
          "El campo "
              + column
              + " dice «"
              + Shown.of(given)
              + "» y se esperaba "
              + type.es()
              + ". Corrija el valor en el archivo.",
          "The field "
              + column
              + " says '"
              + Shown.of(given)
              + "', but "
              + type.en()
              + " was expected. Mend the value in the file.");
    }
  }

  /** Bytes of a text do not fit the encoding of the file; unreadable letters became U+FFFD. */
  record WrongEncoding(String place, String column, String given, String encoding)
      implements RowFlaw {
    @Override
    public String code() {
      return "text_wrong_encoding";
    }

    @Override
    public Optional<String> field() {
      return Optional.of(column);
    }

    @Override
    public Optional<String> value() {
      return Optional.of(Shown.of(given));
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "El campo "
              + column
              + " («"
              + Shown.of(given)
              + "») no está en "
              + encoding
              + ", la codificación del archivo. Indique la codificación correcta al cargar"
              + " (UTF-8 o ISO-8859-1) o exporte el archivo de nuevo en UTF-8.",
          "The field "
              + column
              + " ('"
              + Shown.of(given)
              + "') is not in "
              + encoding
              + ", the encoding of the file. Name the right encoding when loading (UTF-8 or"
              + " ISO-8859-1), or export the file again in UTF-8.");
    }
  }

  /** A geometry cannot be read; the row comes without it. */
  record UnreadableGeometry(String place, String given, Bilingual reason) implements RowFlaw {
    @Override
    public String code() {
      return "geometry_unreadable";
    }

    @Override
    public Optional<String> value() {
      return given.isEmpty() ? Optional.empty() : Optional.of(Shown.of(given));
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "No se puede leer la geometría: " + reason.es() + " Corríjala en el archivo.",
          "The geometry cannot be read: " + reason.en() + " Mend it in the file.");
    }
  }

  /** A geometry was not quite as the format wants it, and was put right without loss. */
  record RepairedGeometry(String place, Bilingual what) implements RowFlaw {
    @Override
    public String code() {
      return "geometry_repaired";
    }

    @Override
    public boolean isRepaired() {
      return true;
    }

    @Override
    public Bilingual explanation() {
      return what;
    }
  }

  /** A whole row cannot be read; it comes with nulls. */
  record UnreadableRow(String place, String given, Bilingual reason) implements RowFlaw {
    @Override
    public String code() {
      return "row_unreadable";
    }

    @Override
    public Optional<String> value() {
      return given.isEmpty() ? Optional.empty() : Optional.of(Shown.of(given));
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "No se puede leer la fila: " + reason.es(), "The row cannot be read: " + reason.en());
    }
  }

  /** Coordinates lie where the coordinate reference system of the file does not hold. */
  record OutsideOfCrs(String place, String given, String crs) implements RowFlaw {
    @Override
    public String code() {
      return "geometry_outside_of_crs";
    }

    @Override
    public Optional<String> value() {
      return Optional.of(Shown.of(given));
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "Las coordenadas "
              + Shown.of(given)
              + " no existen en el sistema "
              + crs
              + " que declara el archivo. Revise el sistema de coordenadas o la geometría.",
          "The coordinates "
              + Shown.of(given)
              + " do not exist in the system "
              + crs
              + " that the file declares. Check the coordinate reference system or the geometry.");
    }
  }
}
