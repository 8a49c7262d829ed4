package org.yunga.geodata.reference;

import java.util.Arrays;
import java.util.List;
import org.yunga.core.aggregate.Sharing;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.classify.ClassRule;
import org.yunga.core.classify.Classification;
import org.yunga.core.figure.AbsenceRule;
import org.yunga.core.figure.Series;
import org.yunga.core.figure.SeriesBreak;
import org.yunga.core.figure.Status;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.indicator.Theme;
import org.yunga.core.indicator.Unit;
import org.yunga.core.plot.PlotForm;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotValue;
import org.yunga.core.region.RegionSet;

/** Reads the folder {@code catalogue}. */
final class CatalogueFiles {

  private static final List<String> ID = List.of("id");

  private static final CsvTable THEMES =
      new CsvTable("catalogue/themes.csv", List.of("id", "name_es", "name_en"), ID);

  private static final CsvTable UNITS =
      new CsvTable("catalogue/units.csv", List.of("id", "symbol", "name_es", "name_en"), ID);

  private static final CsvTable INDICATORS =
      new CsvTable(
          "catalogue/indicators.csv",
          List.of(
              "id",
              "theme",
              "kind",
              "space_rule",
              "time_rule",
              "numerator",
              "denominator",
              "unit",
              "direction",
              "absent",
              "display",
              "palette",
              "lead_es",
              "short_es",
              "lead_en",
              "short_en",
              "name_es",
              "name_en",
              "definition_es",
              "definition_en",
              "source"),
          ID);

  private static final CsvTable SERIES =
      new CsvTable(
          "catalogue/series.csv",
          List.of("id", "status", "rank", "name_es", "name_en", "definition_es", "definition_en"),
          ID);

  private static final CsvTable REGION_SETS =
      new CsvTable(
          "catalogue/region_sets.csv",
          List.of(
              "id",
              "kind",
              "zone_kind",
              "level",
              "parent",
              "name_es",
              "name_en",
              "one_es",
              "one_en",
              "definition_es",
              "definition_en",
              "source",
              "licence",
              "order"),
          ID);

  private static final CsvTable BREAKS =
      new CsvTable(
          "catalogue/breaks.csv",
          List.of(
              "indicator",
              "after",
              "before",
              "kind",
              "label_es",
              "label_en",
              "explanation_es",
              "explanation_en",
              "source"),
          List.of("indicator", "after", "before"));

  private static final CsvTable CLASSES =
      new CsvTable(
          "catalogue/classes.csv",
          List.of("indicator", "region_set", "method", "bounds"),
          List.of("indicator", "region_set"));

  private static final CsvTable ABSENCES =
      new CsvTable(
          "catalogue/absences.csv",
          List.of(
              "region_set",
              "indicator",
              "series",
              "region_code",
              "state",
              "explanation_es",
              "explanation_en"),
          List.of("region_set", "indicator", "series", "region_code"));

  private static final CsvTable PLOT_KINDS =
      new CsvTable(
          "catalogue/plot_kinds.csv",
          List.of(
              "id",
              "name_es",
              "name_en",
              "palette",
              "form",
              "value_es",
              "value_en",
              "value_unit",
              "sharing"),
          ID);

  private CatalogueFiles() {}

  static Catalogue read() {
    return new Catalogue(
        THEMES.read(row -> new Theme(row.text("id"), row.bilingual("name"))),
        UNITS.read(
            row ->
                new Unit(row.text("id"), row.optional("symbol").orElse(""), row.bilingual("name"))),
        INDICATORS.read(CatalogueFiles::indicator),
        SERIES.read(CatalogueFiles::series),
        REGION_SETS.read(CatalogueFiles::regionSet),
        BREAKS.read(CatalogueFiles::seriesBreak),
        CLASSES.read(CatalogueFiles::classRule),
        ABSENCES.read(CatalogueFiles::absenceRule),
        PLOT_KINDS.read(CatalogueFiles::plotKind));
  }

  /** A kind whose plots have no value leaves its columns empty. */
  private static PlotKind plotKind(CsvRow row) {
    return new PlotKind(
        row.text("id"),
        row.bilingual("name"),
        row.text("palette"),
        row.constant("form", PlotForm.class),
        row.optional("sharing")
            .map(
                sharing ->
                    new PlotValue(
                        row.bilingual("value"),
                        row.optional("value_unit").orElse(""),
                        row.constant("sharing", Sharing.class))));
  }

  private static Indicator indicator(CsvRow row) {
    return new Indicator(
        row.text("id"),
        row.text("theme"),
        row.constant("kind", Indicator.Kind.class),
        row.constant("space_rule", Indicator.SpaceRule.class),
        row.constant("time_rule", Indicator.TimeRule.class),
        row.optional("numerator")
            .map(numerator -> new Indicator.Ratio(numerator, row.text("denominator"))),
        row.text("unit"),
        row.constant("direction", Indicator.Direction.class),
        row.constant("absent", Indicator.Absence.class),
        row.constant("display", Indicator.Display.class),
        row.text("palette"),
        row.bilingual("lead"),
        row.bilingual("short"),
        row.bilingual("name"),
        row.bilingual("definition"),
        row.text("source"));
  }

  private static Series series(CsvRow row) {
    return new Series(
        row.text("id"),
        row.constant("status", Status.class),
        row.whole("rank"),
        row.bilingual("name"),
        row.bilingual("definition"));
  }

  private static RegionSet regionSet(CsvRow row) {
    return new RegionSet(
        row.text("id"),
        row.constant("kind", RegionSet.Kind.class),
        row.optional("parent"),
        row.bilingual("name"),
        row.bilingual("one"),
        row.bilingual("definition"),
        row.optional("source").orElse(""),
        row.optional("licence").orElse(""));
  }

  private static SeriesBreak seriesBreak(CsvRow row) {
    return new SeriesBreak(
        row.text("indicator"),
        row.period("after"),
        row.period("before"),
        row.constant("kind", SeriesBreak.Kind.class),
        row.bilingual("label"),
        row.bilingual("explanation"),
        row.text("source"));
  }

  /** Bounds are written {@code 0|1000|5000|}: an open end stands for no upper bound. */
  private static ClassRule classRule(CsvRow row) {
    String bounds = row.text("bounds");
    if (!bounds.endsWith("|")) {
      throw row.failure("bounds", "the last class is open: end with |, not '" + bounds + "'", null);
    }
    List<Double> lower = Arrays.stream(bounds.split("\\|")).map(Double::valueOf).toList();
    return new ClassRule(
        row.text("indicator"),
        row.text("region_set"),
        new Classification(row.constant("method", Classification.ClassMethod.class), lower));
  }

  private static AbsenceRule absenceRule(CsvRow row) {
    return new AbsenceRule(
        row.text("region_set"),
        row.text("indicator"),
        row.text("series"),
        row.text("region_code"),
        row.constant("state", ValueState.class),
        row.bilingual("explanation"));
  }
}
