package org.yunga.core;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.classify.ClassRule;
import org.yunga.core.classify.Classification;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.AbsenceRule;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.Method;
import org.yunga.core.figure.Series;
import org.yunga.core.figure.SeriesBreak;
import org.yunga.core.figure.Source;
import org.yunga.core.figure.Status;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.indicator.Indicator.Absence;
import org.yunga.core.indicator.Indicator.Kind;
import org.yunga.core.indicator.Indicator.SpaceRule;
import org.yunga.core.indicator.Indicator.TimeRule;
import org.yunga.core.indicator.Theme;
import org.yunga.core.indicator.Unit;
import org.yunga.core.period.Period;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.text.Bilingual;

/**
 * Small things that tests are made of. The hand-made world: a country, departments 10, 22 and 25,
 * districts within 22, and zones; {@code coca} (a stock, surveyed), {@code titles} (a flow,
 * reported) and {@code yield} (a ratio that cannot be added); series {@code OPD} before {@code UN}.
 */
public final class Fixtures {

  public static final RegionRef PERU = ref("country/PE");
  public static final RegionRef HUANUCO = ref("departments/10");
  public static final RegionRef SAN_MARTIN = ref("departments/22");
  public static final RegionRef UCAYALI = ref("departments/25");

  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

  private Fixtures() {}

  public static Geometry wkt(String text) {
    try {
      return new WKTReader(WGS84).read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** "departments/22" as a reference. */
  public static RegionRef ref(String text) {
    return new RegionRef(text.split("/")[0], text.split("/")[1]);
  }

  public static Region region(RegionRef ref, String name) {
    return new Region(
        ref, name, Optional.empty(), Optional.empty(), new Place.Unknown(), List.of());
  }

  public static Place boundary(String wkt) {
    return new Place.Boundary(wkt(wkt), EqualAreaFrame.hectares(wkt(wkt)));
  }

  public static Region bounded(RegionRef ref, String name, String wkt) {
    return region(ref, name).at(boundary(wkt));
  }

  /** A zone made up of other regions. */
  public static Region zone(RegionRef ref, RegionRef... members) {
    List<Region.Member> list =
        Arrays.stream(members)
            .map(member -> new Region.Member(Optional.of(member), member.code()))
            .toList();
    return new Region(
        ref, "Zone " + ref.code(), Optional.empty(), Optional.empty(), new Place.Unknown(), list);
  }

  public static Catalogue catalogue() {
    return catalogue(List.of());
  }

  public static Catalogue catalogue(List<ClassRule> classRules) {
    return new Catalogue(
        List.of(new Theme("coca", Bilingual.same("Coca")), new Theme("land", text("land"))),
        List.of(new Unit("ha", "ha", text("hectares")), new Unit("titles", "", text("titles"))),
        List.of(
            indicator("coca", Kind.STOCK, SpaceRule.SUM, TimeRule.LATEST, Absence.NOT_MONITORED),
            indicator("titles", Kind.FLOW, SpaceRule.SUM, TimeRule.SUM, Absence.MISSING),
            indicator("yield", Kind.RATIO, SpaceRule.NONE, TimeRule.NONE, Absence.MISSING)),
        List.of(
            new Series("UN", Status.FINAL, 2, Bilingual.same("ONUDD"), text("UN survey")),
            new Series("OPD", Status.FINAL, 1, Bilingual.same("DEVIDA"), text("survey"))),
        List.of(
            regionSet("country", RegionSet.Kind.POLITICAL, null),
            regionSet("departments", RegionSet.Kind.POLITICAL, "country"),
            regionSet("districts", RegionSet.Kind.POLITICAL, "departments"),
            regionSet("zones", RegionSet.Kind.ZONE, null)),
        List.of(
            new SeriesBreak(
                "coca",
                Period.ofYear(2017),
                Period.ofYear(2018),
                SeriesBreak.Kind.METHOD,
                text("method"),
                text("another method"),
                "report")),
        classRules,
        List.of(
            new AbsenceRule(
                "districts", "yield", "UN", "2210*", ValueState.WITHHELD, text("few farms"))),
        List.of(new PlotKind("coca_field", text("coca fields"), "YlOrBr")));
  }

  public static ClassRule classRule(String indicator, String regionSet, double... bounds) {
    return new ClassRule(indicator, regionSet, Classification.fixed(bounds));
  }

  public static Indicator indicator(
      String id, Kind kind, SpaceRule space, TimeRule time, Absence absence) {
    return new Indicator(
        id,
        "land",
        kind,
        space,
        time,
        Optional.empty(),
        "ha",
        Indicator.Direction.DOWN,
        absence,
        Indicator.Display.FILL,
        "YlOrBr",
        text("area of"),
        text(id),
        text(id),
        text("definition of " + id),
        "source of " + id);
  }

  public static RegionSet regionSet(String id, RegionSet.Kind kind, String parent) {
    return new RegionSet(
        id,
        kind,
        Optional.ofNullable(parent),
        text(id),
        text(id),
        text(id),
        "INEI",
        "public domain");
  }

  public static Bilingual text(String english) {
    return new Bilingual("ñ " + english, english);
  }

  /** Edition number {@code edition} of the dataset {@code key}. */
  public static Dataset dataset(String key, int edition) {
    String hash = "%08x".formatted(edition).repeat(8);
    return Dataset.of(key, "Title of " + key, "DEVIDA", "CC BY 4.0", "file.csv", hash);
  }

  /** An actual, measured, final value; of edition 1 of the dataset {@code figures}. */
  public static Figure figure(
      RegionRef region, String indicator, String period, String series, double value) {
    return figure(
        new Figure.Key(region, indicator, Measure.ACTUAL, Period.parse(period), series),
        value == 0 ? ValueState.ZERO : ValueState.VALUE,
        OptionalDouble.of(value));
  }

  /** A figure that says why there is no value. */
  public static Figure gap(
      RegionRef region, String indicator, String period, String series, ValueState state) {
    return figure(
        new Figure.Key(region, indicator, Measure.ACTUAL, Period.parse(period), series),
        state,
        OptionalDouble.empty());
  }

  public static Figure figure(Figure.Key key, ValueState state, OptionalDouble value) {
    return new Figure(
        key,
        state,
        value,
        Method.MEASURED,
        Status.FINAL,
        new Source("Informe", "p. 1"),
        Optional.empty(),
        dataset("figures", 1).id());
  }

  public static Figure with(Figure figure, Measure measure) {
    Figure.Key key = figure.key();
    return figure(
        new Figure.Key(key.region(), key.indicator(), measure, key.period(), key.series()),
        figure.state(),
        figure.value());
  }

  public static Figure with(Figure f, Status status) {
    return new Figure(
        f.key(), f.state(), f.value(), f.method(), status, f.source(), f.note(), f.dataset());
  }

  public static Figure with(Figure f, Dataset dataset) {
    return new Figure(
        f.key(), f.state(), f.value(), f.method(), f.status(), f.source(), f.note(), dataset.id());
  }

  /** Edition 1 of the words and regions that figures and boundaries refer to. */
  public static Delivery reference(Region... regions) {
    return new Delivery(dataset("reference", 1), catalogue(), List.of(regions), List.of());
  }

  /** An edition of the dataset {@code figures}. */
  public static Delivery figures(int edition, Figure... figures) {
    Dataset dataset = dataset("figures", edition);
    return new Delivery(
        dataset,
        Catalogue.empty(),
        List.of(),
        Arrays.stream(figures).map(figure -> with(figure, dataset)).toList());
  }

  public static Snapshot snapshot(Catalogue catalogue, List<Region> regions, Figure... figures) {
    Release release = new Release(7, Instant.EPOCH, List.of());
    return Snapshot.of(new ReleaseContent(release, catalogue, regions, List.of(figures)));
  }
}
