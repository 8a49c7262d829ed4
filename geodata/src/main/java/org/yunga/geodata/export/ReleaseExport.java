package org.yunga.geodata.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.yunga.core.figure.Figure;
import org.yunga.core.monitor.Cell;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.WriteOptions;

/**
 * A whole release as tables: the regions of each set, and all figures as they were reported, which
 * refer to them by set and code. Plots are not in it: the place of one family's field is not
 * public.
 */
public final class ReleaseExport {

  private final Snapshot snapshot;

  /** Of this release. */
  public ReleaseExport(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The sets that have regions. */
  public List<RegionSet> sets() {
    return snapshot.catalogue().regionSets().stream()
        .filter(set -> !snapshot.regions(set.id()).isEmpty())
        .toList();
  }

  /** A table for each region set that has regions, with their places. */
  public List<ExportTable> regionSets() {
    return sets().stream().map(this::regions).toList();
  }

  /** The regions of a set, with their places. */
  public ExportTable regions(RegionSet set) {
    return regions(set, snapshot.regions(set.id()));
  }

  /** Some regions of a set, with their places. */
  public ExportTable regions(RegionSet set, List<Region> regions) {
    List<Column> columns = new ArrayList<>();
    for (String name : List.of("region_set", "region_code", "region_name", "parent")) {
      columns.add(FigureColumns.text(name));
    }
    columns.add(new Column("valid_from", ColumnType.DATE));
    columns.add(new Column("valid_to", ColumnType.DATE));
    columns.addAll(FigureColumns.PLACE);
    List<Row> rows = new ArrayList<>();
    for (Region region : regions) {
      List<Object> values =
          new ArrayList<>(
              Arrays.asList(
                  set.id(),
                  region.code(),
                  region.name(),
                  region.parent().map(parent -> parent.code()).orElse(null),
                  region.validity().from().orElse(null),
                  region.validity().to().orElse(null)));
      values.addAll(FigureColumns.place(region));
      rows.add(Row.of(rows.size() + 1L, Places.geometry(region), values.toArray()));
    }
    Bilingual sources = SourceText.regions(snapshot.release(), set);
    return new ExportTable(
        new Table(set.id().replace('-', '_'), columns, Places.column(regions)),
        rows,
        options(set.name().es() + " / " + set.name().en(), sources),
        sources);
  }

  /** Every reported figure, in the columns of the API. */
  public ExportTable figures() {
    return figures("figures", "Cifras / Figures", snapshot.catalogue().regionSets(), sources());
  }

  /** Every reported figure of the regions of one set. */
  public ExportTable figures(RegionSet set) {
    String name = set.id().replace('-', '_') + "_figures";
    String title = "Cifras: " + set.name().es() + " / Figures: " + set.name().en();
    return figures(name, title, List.of(set), SourceText.all(snapshot.release(), List.of(set)));
  }

  private ExportTable figures(String name, String title, List<RegionSet> sets, Bilingual sources) {
    List<Row> rows = new ArrayList<>();
    for (RegionSet set : sets) {
      for (Region region : snapshot.regions(set.id())) {
        for (Figure figure : snapshot.figures(region.ref())) {
          rows.add(Row.of(rows.size() + 1L, Optional.empty(), values(region, figure).toArray()));
        }
      }
    }
    return new ExportTable(
        new Table(name, FigureColumns.LONG, Optional.empty()),
        rows,
        options(title, sources),
        sources);
  }

  private WriteOptions options(String title, Bilingual sources) {
    return WriteOptions.titled(title, SourceText.both(sources))
        .madeAt(snapshot.release().publishedAt());
  }

  private List<Object> values(Region region, Figure figure) {
    return FigureColumns.values(
        snapshot.catalogue().indicator(figure.indicator()),
        figure.measure(),
        snapshot.release(),
        cell(region, figure));
  }

  private static Cell cell(Region region, Figure figure) {
    return new Cell(
        region,
        figure.period(),
        figure.series(),
        figure.state(),
        Optional.of(figure),
        OptionalInt.empty());
  }

  /** Release, datasets, licences and how to cite. */
  public Bilingual sources() {
    return SourceText.all(snapshot.release(), sets());
  }
}
