package org.yunga.core.store.sql;

import static org.yunga.core.store.sql.Sql.constant;
import static org.yunga.core.store.sql.Sql.en;
import static org.yunga.core.store.sql.Sql.es;
import static org.yunga.core.store.sql.Sql.optionalBilingual;
import static org.yunga.core.store.sql.Sql.text;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalDouble;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.Method;
import org.yunga.core.figure.Source;
import org.yunga.core.figure.Status;
import org.yunga.core.figure.ValueState;
import org.yunga.core.period.Period;
import org.yunga.core.region.RegionRef;

/** Reads and writes figures. */
final class FigureTable {

  private FigureTable() {}

  static void write(Session session, long dataset, List<Figure> figures) throws SQLException {
    Sql.insert(
        session,
        "figure",
        "region_set, region_code, indicator, measure, period, series, state, value, method, status,"
            + " source_title, source_locator, note_es, note_en",
        dataset,
        figures,
        f ->
            new Object[] {
              f.region().regionSet(),
              f.region().code(),
              f.indicator(),
              text(f.measure()),
              f.period().toString(),
              f.series(),
              text(f.state()),
              f.value().isPresent() ? f.value().getAsDouble() : null,
              text(f.method()),
              text(f.status()),
              f.source().title(),
              f.source().locator(),
              es(f.note()),
              en(f.note())
            });
  }

  static List<Figure> read(Connection connection, long release) throws SQLException {
    return Sql.query(
        connection,
        "SELECT figure.*, dataset.id AS dataset_id"
            + " FROM figure JOIN dataset ON dataset.number = figure.dataset"
            + " WHERE figure.dataset IN (SELECT dataset FROM release_dataset WHERE release = ?)"
            + " ORDER BY figure.number",
        FigureTable::figure,
        release);
  }

  private static Figure figure(ResultSet row) throws SQLException {
    double value = row.getDouble("value");
    OptionalDouble optionalValue =
        row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    return new Figure(
        new Figure.Key(
            new RegionRef(row.getString("region_set"), row.getString("region_code")),
            row.getString("indicator"),
            constant(Measure.class, row.getString("measure")),
            Period.parse(row.getString("period")),
            row.getString("series")),
        constant(ValueState.class, row.getString("state")),
        optionalValue,
        constant(Method.class, row.getString("method")),
        constant(Status.class, row.getString("status")),
        new Source(row.getString("source_title"), row.getString("source_locator")),
        optionalBilingual(row, "note"),
        row.getString("dataset_id"));
  }
}
