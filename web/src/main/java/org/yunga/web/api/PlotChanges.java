package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.PlotChange;
import org.yunga.core.monitor.PlotTotals;
import org.yunga.core.region.Region;
import org.yunga.core.text.Bilingual;

/**
 * What is told of the plots of two releases: totals before and after, or why not.
 *
 * @param rows totals that differ; empty where they are not told
 * @param note why they are not told; empty where they are
 */
record PlotChanges(List<Map<String, Object>> rows, Optional<Bilingual> note) {

  /** Of a table. */
  static final List<String> COLUMNS =
      List.of(
          "kind",
          "year",
          "region_set",
          "region_code",
          "region_name",
          "count_before",
          "count_after",
          "hectares_before",
          "hectares_after",
          "kilometres_before",
          "kilometres_after",
          "value_before",
          "value_after");

  private static final Bilingual NOT_PUBLIC =
      new Bilingual(
          "Qué cambió en las parcelas solo se dice con un token: de lo que hay antes y después se"
              + " deduce el campo de una familia que entró o salió. Los totales de la entrega que"
              + " rige son públicos: /api/v1/totals.",
          "What changed in plots is told with a token only: before and after tell of the field of a"
              + " family that came or went. Totals of the release in force are public:"
              + " /api/v1/totals.");

  private static final Bilingual NOT_HELD =
      new Bilingual(
          "Las parcelas de una de estas entregas ya no están en memoria, y no se comparan. Compare"
              + " entregas más recientes, o use scripts/yunga diff en la máquina del servidor.",
          "The plots of one of these releases are no longer in memory, and are not compared. Compare"
              + " newer releases, or use scripts/yunga diff on the server's machine.");

  /** Neither release has plots. */
  static final PlotChanges NONE = new PlotChanges(List.of(), Optional.empty());

  static final PlotChanges UNTOLD = new PlotChanges(List.of(), Optional.of(NOT_PUBLIC));
  static final PlotChanges UNHELD = new PlotChanges(List.of(), Optional.of(NOT_HELD));

  /** Whether they are told. */
  boolean told() {
    return note.isEmpty();
  }

  /** Of two monitors that may be asked for exact totals. */
  static PlotChanges between(Monitor before, Monitor after, String regionSet) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (PlotChange change : after.plotChangesSince(before, regionSet)) {
      Map<String, Object> row =
          object(
              "kind", change.slot().kind(),
              "kind_name", name(after, before, change.slot().kind()),
              "year", change.slot().year(),
              "region_set", regionSet,
              "region_code", change.region().map(Region::code).orElse(null),
              "region_name", change.region().map(Region::name).orElse(null),
              "count_before", change.before().map(PlotTotals.Row::count).orElse(0L),
              "count_after", change.after().map(PlotTotals.Row::count).orElse(0L));
      change
          .before()
          .or(change::after)
          .map(PlotFields::sums)
          .orElseThrow()
          .keySet()
          .forEach(
              sum -> {
                row.put(sum + "_before", sum(change.before(), sum));
                row.put(sum + "_after", sum(change.after(), sum));
              });
      rows.add(row);
    }
    return new PlotChanges(rows, Optional.empty());
  }

  /** In both languages; null for a kind that neither catalogue has. */
  private static Map<String, Object> name(Monitor after, Monitor before, String kind) {
    return Stream.of(after, before)
        .flatMap(monitor -> monitor.snapshot().catalogue().plotKinds().stream())
        .filter(one -> one.id().equals(kind))
        .findFirst()
        .map(one -> Fields.text(one.name()))
        .orElse(null);
  }

  private static Number sum(Optional<PlotTotals.Row> row, String name) {
    return row.map(PlotFields::sums).map(sums -> sums.get(name)).orElse(0);
  }
}
