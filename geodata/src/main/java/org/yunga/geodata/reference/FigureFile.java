package org.yunga.geodata.reference;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.Method;
import org.yunga.core.figure.Source;
import org.yunga.core.figure.Status;
import org.yunga.core.figure.ValueState;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;

/** Reads the folder {@code figures}; every figure refers only to what is known. */
final class FigureFile {

  private static final CsvTable FIGURES =
      new CsvTable(
          "figures/figures.csv",
          List.of(
              "region_set",
              "region_code",
              "indicator",
              "measure",
              "period",
              "value",
              "unit",
              "series",
              "method",
              "state",
              "status",
              "source_title",
              "source_locator",
              "note_es",
              "note_en"),
          List.of("region_set", "region_code", "indicator", "measure", "period", "series"));

  private final Catalogue catalogue;
  private final Set<RegionRef> regions;
  private final String dataset;

  private FigureFile(Catalogue catalogue, Set<RegionRef> regions, String dataset) {
    this.catalogue = catalogue;
    this.regions = regions;
    this.dataset = dataset;
  }

  static List<Figure> read(Catalogue catalogue, List<Region> regions, String dataset) {
    Set<RegionRef> refs =
        regions.stream().map(Region::ref).collect(Collectors.toCollection(HashSet::new));
    return FIGURES.read(new FigureFile(catalogue, refs, dataset)::figure);
  }

  private Figure figure(CsvRow row) {
    return new Figure(
        key(row),
        row.constant("state", ValueState.class),
        row.optionalNumber("value"),
        row.constant("method", Method.class),
        row.constant("status", Status.class),
        new Source(row.text("source_title"), row.optional("source_locator").orElse("")),
        row.optionalBilingual("note"),
        dataset);
  }

  private Figure.Key key(CsvRow row) {
    RegionRef region = new RegionRef(row.text("region_set"), row.text("region_code"));
    if (!regions.contains(region)) {
      throw row.failure("region_code", "regions/regions.csv does not know " + region, null);
    }
    String unit = catalogue.indicator(row.text("indicator")).unit();
    if (!unit.equals(row.text("unit"))) {
      throw row.failure("unit", "the indicator is in " + unit + ", the figure is not", null);
    }
    return new Figure.Key(
        region,
        row.text("indicator"),
        row.constant("measure", Measure.class),
        row.period("period"),
        catalogue.series(row.text("series")).id());
  }
}
