package org.yunga.core.store.sql;

import static org.yunga.core.store.sql.Sql.bilingual;
import static org.yunga.core.store.sql.Sql.constant;
import static org.yunga.core.store.sql.Sql.text;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yunga.core.aggregate.Sharing;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.classify.ClassRule;
import org.yunga.core.classify.Classification;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.figure.AbsenceRule;
import org.yunga.core.figure.Series;
import org.yunga.core.figure.SeriesBreak;
import org.yunga.core.figure.Status;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.indicator.Theme;
import org.yunga.core.indicator.Unit;
import org.yunga.core.period.Period;
import org.yunga.core.plot.PlotForm;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotValue;
import org.yunga.core.region.RegionSet;

/** Reads and writes the catalogue. */
final class CatalogueTables {

  private CatalogueTables() {}

  static void write(Session session, long dataset, Catalogue catalogue) throws SQLException {
    Sql.insert(
        session,
        "theme",
        "id, name_es, name_en",
        dataset,
        catalogue.themes(),
        t -> new Object[] {t.id(), t.name().es(), t.name().en()});
    Sql.insert(
        session,
        "unit",
        "id, symbol, name_es, name_en",
        dataset,
        catalogue.units(),
        u -> new Object[] {u.id(), u.symbol(), u.name().es(), u.name().en()});
    Sql.insert(
        session,
        "indicator",
        "id, theme, kind, space_rule, time_rule, numerator, denominator, unit, direction, absence,"
            + " display, palette, lead_es, lead_en, short_es, short_en, name_es, name_en,"
            + " definition_es, definition_en, source",
        dataset,
        catalogue.indicators(),
        CatalogueTables::values);
    Sql.insert(
        session,
        "series",
        "id, status, rank, name_es, name_en, definition_es, definition_en",
        dataset,
        catalogue.series(),
        s ->
            new Object[] {
              s.id(),
              text(s.status()),
              s.rank(),
              s.name().es(),
              s.name().en(),
              s.definition().es(),
              s.definition().en()
            });
    Sql.insert(
        session,
        "series_break",
        "indicator, after, before, kind, label_es, label_en, explanation_es, explanation_en,"
            + " source",
        dataset,
        catalogue.breaks(),
        b ->
            new Object[] {
              b.indicator(),
              b.after().toString(),
              b.before().toString(),
              text(b.kind()),
              b.label().es(),
              b.label().en(),
              b.explanation().es(),
              b.explanation().en(),
              b.source()
            });
    Sql.insert(
        session,
        "class_rule",
        "indicator, region_set, method, lower_bounds",
        dataset,
        catalogue.classRules(),
        r ->
            new Object[] {
              r.indicator(),
              r.regionSet(),
              text(r.classification().method()),
              r.classification().lowerBounds().stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(" "))
            });
    Sql.insert(
        session,
        "absence_rule",
        "region_set, indicator, series, codes, state, explanation_es, explanation_en",
        dataset,
        catalogue.absenceRules(),
        r ->
            new Object[] {
              r.regionSet(),
              r.indicator(),
              r.series(),
              r.codes(),
              text(r.state()),
              r.explanation().es(),
              r.explanation().en()
            });
    Sql.insert(
        session,
        "plot_kind",
        "id, name_es, name_en, palette, form, value_es, value_en, value_unit, sharing",
        dataset,
        catalogue.plotKinds(),
        CatalogueTables::values);
    Sql.insert(
        session,
        "region_set",
        "id, kind, parent, name_es, name_en, one_es, one_en, definition_es, definition_en, source,"
            + " licence",
        dataset,
        catalogue.regionSets(),
        s ->
            new Object[] {
              s.id(),
              text(s.kind()),
              s.parent().orElse(null),
              s.name().es(),
              s.name().en(),
              s.one().es(),
              s.one().en(),
              s.definition().es(),
              s.definition().en(),
              s.source(),
              s.licence()
            });
  }

  private static Object[] values(Indicator i) {
    return new Object[] {
      i.id(),
      i.theme(),
      text(i.kind()),
      text(i.space()),
      text(i.time()),
      i.ratio().map(Indicator.Ratio::numerator).orElse(null),
      i.ratio().map(Indicator.Ratio::denominator).orElse(null),
      i.unit(),
      text(i.direction()),
      text(i.absence()),
      text(i.display()),
      i.palette(),
      i.lead().es(),
      i.lead().en(),
      i.shortName().es(),
      i.shortName().en(),
      i.name().es(),
      i.name().en(),
      i.definition().es(),
      i.definition().en(),
      i.source()
    };
  }

  private static Object[] values(PlotKind k) {
    return new Object[] {
      k.id(),
      k.name().es(),
      k.name().en(),
      k.palette(),
      text(k.form()),
      k.value().map(value -> value.name().es()).orElse(null),
      k.value().map(value -> value.name().en()).orElse(null),
      k.value().map(PlotValue::unit).orElse(null),
      k.value().map(value -> text(value.sharing())).orElse(null)
    };
  }

  static Catalogue read(Connection connection, long release) throws SQLException {
    return new Catalogue(
        all(connection, "theme", release, r -> new Theme(r.getString("id"), bilingual(r, "name"))),
        all(
            connection,
            "unit",
            release,
            r -> new Unit(r.getString("id"), r.getString("symbol"), bilingual(r, "name"))),
        all(connection, "indicator", release, CatalogueTables::indicator),
        all(
            connection,
            "series",
            release,
            r ->
                new Series(
                    r.getString("id"),
                    constant(Status.class, r.getString("status")),
                    r.getInt("rank"),
                    bilingual(r, "name"),
                    bilingual(r, "definition"))),
        regionSets(connection, release),
        all(
            connection,
            "series_break",
            release,
            r ->
                new SeriesBreak(
                    r.getString("indicator"),
                    Period.parse(r.getString("after")),
                    Period.parse(r.getString("before")),
                    constant(SeriesBreak.Kind.class, r.getString("kind")),
                    bilingual(r, "label"),
                    bilingual(r, "explanation"),
                    r.getString("source"))),
        all(connection, "class_rule", release, CatalogueTables::classRule),
        all(
            connection,
            "absence_rule",
            release,
            r ->
                new AbsenceRule(
                    r.getString("region_set"),
                    r.getString("indicator"),
                    r.getString("series"),
                    r.getString("codes"),
                    constant(ValueState.class, r.getString("state")),
                    bilingual(r, "explanation"))),
        all(connection, "plot_kind", release, CatalogueTables::plotKind));
  }

  /** A dataset of boundaries brings its set along; what others say of the set goes before. */
  private static List<RegionSet> regionSets(Connection connection, long release)
      throws SQLException {
    Map<String, RegionSet> byId = new LinkedHashMap<>();
    Sql.query(
            connection,
            "SELECT region_set.* FROM region_set"
                + " JOIN dataset ON dataset.number = region_set.dataset"
                + " WHERE dataset IN (SELECT dataset FROM release_dataset WHERE release = ?)"
                + " ORDER BY dataset.key LIKE '"
                + Dataset.BOUNDARIES
                + "%', position",
            r ->
                new RegionSet(
                    r.getString("id"),
                    constant(RegionSet.Kind.class, r.getString("kind")),
                    Optional.ofNullable(r.getString("parent")),
                    bilingual(r, "name"),
                    bilingual(r, "one"),
                    bilingual(r, "definition"),
                    r.getString("source"),
                    r.getString("licence")),
            release)
        .forEach(set -> byId.putIfAbsent(set.id(), set));
    return List.copyOf(byId.values());
  }

  private static <T> List<T> all(
      Connection connection, String table, long release, Sql.RowMapper<T> mapper)
      throws SQLException {
    return Sql.query(
        connection,
        "SELECT * FROM "
            + table
            + " WHERE dataset IN (SELECT dataset FROM release_dataset WHERE release = ?)"
            + " ORDER BY position",
        mapper,
        release);
  }

  private static PlotKind plotKind(ResultSet r) throws SQLException {
    Optional<PlotValue> value = Optional.empty();
    if (r.getString("sharing") != null) {
      Sharing sharing = constant(Sharing.class, r.getString("sharing"));
      value = Optional.of(new PlotValue(bilingual(r, "value"), r.getString("value_unit"), sharing));
    }
    return new PlotKind(
        r.getString("id"),
        bilingual(r, "name"),
        r.getString("palette"),
        constant(PlotForm.class, r.getString("form")),
        value);
  }

  private static Indicator indicator(ResultSet r) throws SQLException {
    String numerator = r.getString("numerator");
    return new Indicator(
        r.getString("id"),
        r.getString("theme"),
        constant(Indicator.Kind.class, r.getString("kind")),
        constant(Indicator.SpaceRule.class, r.getString("space_rule")),
        constant(Indicator.TimeRule.class, r.getString("time_rule")),
        numerator == null
            ? Optional.empty()
            : Optional.of(new Indicator.Ratio(numerator, r.getString("denominator"))),
        r.getString("unit"),
        constant(Indicator.Direction.class, r.getString("direction")),
        constant(Indicator.Absence.class, r.getString("absence")),
        constant(Indicator.Display.class, r.getString("display")),
        r.getString("palette"),
        bilingual(r, "lead"),
        bilingual(r, "short"),
        bilingual(r, "name"),
        bilingual(r, "definition"),
        r.getString("source"));
  }

  private static ClassRule classRule(ResultSet r) throws SQLException {
    List<Double> bounds =
        Arrays.stream(r.getString("lower_bounds").split(" ")).map(Double::valueOf).toList();
    return new ClassRule(
        r.getString("indicator"),
        r.getString("region_set"),
        new Classification(
            constant(Classification.ClassMethod.class, r.getString("method")), bounds));
  }
}
