package org.yunga.geodata.bulk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.InputFileBlockHolder;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import org.yunga.core.aggregate.RegionTotals;
import org.yunga.core.aggregate.Sharing;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotForm;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotPacker;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.plot.PlotValue;
import org.yunga.core.text.Bilingual;
import scala.Tuple2;

/**
 * Totals of one part of the plots. They are packed into trees of {@value #TREE} and forgotten, so
 * that memory does not grow with the part.
 *
 * @param rows how a row becomes a plot
 * @param regions all regions
 * @param sharing what a border does to values
 * @param plots counts what was read, for the progress
 */
record PartTotals(
    PlotRows rows, Broadcast<RegionList> regions, Sharing sharing, LongAccumulator plots)
    implements PairFlatMapFunction<Iterator<Row>, Cell, Sums> {

  /** Plots of a tree: some 40 MB. */
  private static final int TREE = 200_000;

  private static final String ONE = "part";

  @Override
  public Iterator<Tuple2<Cell, Sums>> call(Iterator<Row> part) {
    Map<Cell, Sums> sums = new HashMap<>();
    Map<PlotForm, List<Plot>> waiting = new EnumMap<>(PlotForm.class);
    Map<PlotFlaw, Cell> flaws = new EnumMap<>(PlotFlaw.class);
    while (part.hasNext()) {
      PlotRows.Read read = rows.read(part.next());
      if (read.plot() == null) {
        Cell flawed = flaws.computeIfAbsent(read.flaw(), flaw -> flaw.cell(example(read)));
        sums.merge(flawed, new Sums(1, 0, 0), Sums::plus);
        continue;
      }
      PlotForm form = PlotForm.of(read.plot().geometry().getDimension());
      List<Plot> same = waiting.computeIfAbsent(form, key -> new ArrayList<>());
      same.add(read.plot());
      if (same.size() == TREE) {
        total(form, same, sums);
        same.clear();
      }
    }
    waiting.forEach((form, same) -> total(form, same, sums));
    List<Tuple2<Cell, Sums>> result = new ArrayList<>();
    sums.forEach((cell, sum) -> result.add(new Tuple2<>(cell, sum)));
    return result.iterator();
  }

  /** What the row has, and the file that Spark reads just now. */
  private static String example(PlotRows.Read read) {
    String file = InputFileBlockHolder.getInputFilePath().toString();
    return "'" + read.given() + "' @ " + file.substring(file.lastIndexOf('/') + 1);
  }

  private void total(PlotForm form, List<Plot> same, Map<Cell, Sums> into) {
    if (same.isEmpty()) {
      return;
    }
    PlotIndex index =
        PlotIndex.NONE.follow(kinds(same), List.of(ONE), dataset -> PlotPacker.pack(same::forEach));
    RegionList list = regions.value();
    RegionTotals totals = index.totals(list.overlay());
    String name = form.name().toLowerCase(Locale.ROOT);
    for (int slot = 0; slot < index.slots().size(); slot++) {
      PlotSlot of = index.slots().get(slot);
      Cell whole = Cell.whole(name, of.kind(), of.year());
      add(whole, index.totals(), slot, into);
      for (int place = 0; place < list.size(); place++) {
        RegionList.One region = list.get(place);
        add(whole.at(region.set(), region.code()), totals.regions().get(place), slot, into);
      }
    }
    plots.add(same.size());
  }

  private static void add(Cell cell, SlotTotals totals, int slot, Map<Cell, Sums> into) {
    Sums sums = new Sums(totals.count(slot), totals.sum(slot), totals.value(slot));
    if (!sums.equals(Sums.ZERO)) {
      into.merge(cell, sums, Sums::plus);
    }
  }

  /** Only how values are shared counts here. */
  private List<PlotKind> kinds(List<Plot> same) {
    Bilingual any = Bilingual.same("-");
    return same.stream()
        .map(Plot::kind)
        .distinct()
        .map(
            id ->
                new PlotKind(
                    id,
                    any,
                    "",
                    PlotForm.of(same.get(0).geometry().getDimension()),
                    java.util.Optional.of(new PlotValue(any, "", sharing))))
        .toList();
  }
}
