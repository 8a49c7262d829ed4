package org.yunga.geodata.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.crs.Reprojected;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/**
 * Hands the refused rows of a file back: the same format and columns, and why each was refused.
 * They can be mended there and loaded again. For one thread.
 */
public final class RefusedRows {

  /** Names of the two columns; ten characters at most, which a Shapefile wants. */
  static final String WHY_ES = "problema";

  static final String WHY_EN = "problem";

  /** Texts of so many rows are kept; of more only that they were refused, a bit each. */
  static final int MOST_TEXTS = 100_000;

  /** Rows with greater numbers are counted and not handed back; bits of all these are 12 MB. */
  static final int MOST_ROWS = 100_000_000;

  private static final String BAR = " | ";

  /** Of a row with many problems the first are told. */
  private static final int MOST_LETTERS = 2_000;

  /** Formats whose coordinates are longitude, latitude whatever one would like. */
  private static final Set<String> ONLY_LON_LAT = Set.of("geojson", "geojsonseq", "kml");

  private static final Bilingual UNTOLD =
      new Bilingual(
          "Rechazada; hay demasiadas filas rechazadas para decir por qué de cada una.",
          "Refused; there are too many refused rows to say why of each.");

  private final Path file;
  private final ReadOptions options;
  private final Map<Long, Bilingual> why = new HashMap<>();
  private final BitSet untold = new BitSet();
  private int notHandedBack;

  /**
   * @param file as it came
   * @param options with which it was read
   */
  public RefusedRows(Path file, ReadOptions options) {
    this.file = file;
    this.options = options;
  }

  /** Notes a problem; only refusals of a row matter. */
  public void add(IntakeProblem problem) {
    if (problem.severity() != Severity.REFUSED || problem.row().isEmpty()) {
      return;
    }
    long row = problem.row().getAsLong();
    if (why.size() < MOST_TEXTS || why.containsKey(row)) {
      why.merge(row, told(problem), RefusedRows::both);
    } else if (row <= MOST_ROWS) {
      untold.set((int) row);
    } else {
      notHandedBack++;
    }
  }

  private Optional<Bilingual> why(long row) {
    Bilingual told = why.get(row);
    boolean isUntold = told == null && row <= MOST_ROWS && untold.get((int) row);
    return isUntold ? Optional.of(UNTOLD) : Optional.ofNullable(told);
  }

  private static Bilingual told(IntakeProblem problem) {
    Bilingual text = problem.text();
    return problem
        .field()
        .map(field -> new Bilingual(field + ": " + text.es(), field + ": " + text.en()))
        .orElse(text);
  }

  private static Bilingual both(Bilingual one, Bilingual other) {
    boolean told = (BAR + one.es() + BAR).contains(BAR + other.es() + BAR);
    return told || one.es().length() > MOST_LETTERS
        ? one
        : new Bilingual(one.es() + BAR + other.es(), one.en() + BAR + other.en());
  }

  /** How many rows were refused. */
  public int size() {
    return why.size() + untold.cardinality() + notHandedBack;
  }

  /** Writes them beside nothing of the same name; empty when no row was refused. */
  public Optional<Path> write(Path folder) {
    if (why.isEmpty()) {
      return Optional.empty();
    }
    Format format = Formats.of(file);
    boolean lonLat = ONLY_LON_LAT.contains(format.id());
    try (TableReader given = format.read(file, options);
        TableReader rows = lonLat ? Reprojected.of(given) : given) {
      Path target = free(folder, format);
      Table table = withWhy(rows.table());
      try (TableWriter writer = format.write(target, table, WriteOptions.NONE)) {
        while (rows.hasNext()) {
          Row row = rows.next();
          why(row.number()).ifPresent(reason -> writer.write(withWhy(row, reason)));
        }
        writer.finish();
      }
      return Optional.of(target);
    }
  }

  private Path free(Path folder, Format format) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String given = dot > 0 ? name.substring(dot + 1) : "";
    String extension =
        format.extensions().contains(given) && !given.equals("shp")
            ? given
            : format.extensions().get(0);
    Path target = folder.resolve(stem + ".rechazados." + extension);
    for (int i = 2; Files.exists(target); i++) {
      target = folder.resolve(stem + ".rechazados-" + i + "." + extension);
    }
    return target;
  }

  private static Table withWhy(Table table) {
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(new Column(free(table, WHY_ES), ColumnType.TEXT));
    columns.add(new Column(free(table, WHY_EN), ColumnType.TEXT));
    Optional<GeometryColumn> geometry =
        table.geometry().map(column -> new GeometryColumn(GeometryType.GEOMETRY, column.crs()));
    return new Table(table.name(), columns, geometry, OptionalLong.empty());
  }

  private static String free(Table table, String name) {
    String free = name;
    for (int i = 2; table.indexOf(free) >= 0; i++) {
      free = name + i;
    }
    return free;
  }

  private static Row withWhy(Row row, Bilingual reason) {
    List<Object> values = new ArrayList<>(row.values());
    values.add(reason.es());
    values.add(reason.en());
    return Row.of(row.number(), row.geometry(), values.toArray());
  }
}
