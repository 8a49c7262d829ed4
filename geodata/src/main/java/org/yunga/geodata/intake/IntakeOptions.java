package org.yunga.geodata.intake;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yunga.geodata.table.ReadOptions;

/**
 * What the one who brings a file says of it. It holds before what the file seems to say.
 *
 * @param as what it brings; recognised when empty
 * @param mapping columns by role: {@code year} -> {@code ANIO}; a role may have several, in order
 * @param constants values that hold for all rows, by role: {@code year} -> {@code 2023}
 * @param encoding of texts
 * @param crs of coordinates: {@code EPSG:24878}
 * @param layer or sheet
 * @param name of the dataset, lower case, digits, hyphens; another file of this name is a new
 *     edition
 * @param title of the dataset; made of kind and file when empty
 * @param source who measured or published
 * @param licence under which it may be used
 * @param partial whether what is good may go in though something was refused
 * @param replace whether the edition before may change or lose something
 */
public record IntakeOptions(
    Optional<IntakeKind> as,
    Map<String, List<String>> mapping,
    Map<String, String> constants,
    Optional<Charset> encoding,
    Optional<String> crs,
    Optional<String> layer,
    String name,
    Optional<String> title,
    Optional<String> source,
    String licence,
    boolean partial,
    boolean replace) {

  /** Where nobody says under which licence. */
  public static final String UNKNOWN_LICENCE = "Licencia desconocida";

  /** Copies the maps. */
  public IntakeOptions {
    mapping = Map.copyOf(mapping);
    constants = Map.copyOf(constants);
  }

  /** Nothing is said but the name of the dataset. */
  public static IntakeOptions named(String name) {
    return new IntakeOptions(
        Optional.empty(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        name,
        Optional.empty(),
        Optional.empty(),
        UNKNOWN_LICENCE,
        false,
        false);
  }

  /** The same for one kind. */
  public IntakeOptions as(IntakeKind kind) {
    return new IntakeOptions(
        Optional.of(kind),
        mapping,
        constants,
        encoding,
        crs,
        layer,
        name,
        title,
        source,
        licence,
        partial,
        replace);
  }

  /** The same with columns and values by role. */
  public IntakeOptions with(Map<String, List<String>> columns, Map<String, String> values) {
    return new IntakeOptions(
        as, columns, values, encoding, crs, layer, name, title, source, licence, partial, replace);
  }

  /** The same in a coordinate reference system. */
  public IntakeOptions inCrs(String system) {
    return new IntakeOptions(
        as,
        mapping,
        constants,
        encoding,
        Optional.of(system),
        layer,
        name,
        title,
        source,
        licence,
        partial,
        replace);
  }

  /** The same, whether what is good may go in, and whether the edition before may change. */
  public IntakeOptions allowing(boolean partially, boolean replacing) {
    return new IntakeOptions(
        as, mapping, constants, encoding, crs, layer, name, title, source, licence, partially,
        replacing);
  }

  /** The first column of a role. */
  public Optional<String> column(String role) {
    return mapping.getOrDefault(role, List.of()).stream().findFirst();
  }

  /** The value of a role that holds for all rows. */
  public Optional<String> constant(String role) {
    return Optional.ofNullable(constants.get(role));
  }

  /** For the reader of the format. */
  public ReadOptions readOptions() {
    return new ReadOptions(layer, encoding);
  }
}
