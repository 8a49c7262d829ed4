package org.yunga.web.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yunga.core.monitor.FiguresAnswer;
import org.yunga.web.api.FiguresJson;

/**
 * All figures of one region set, of all indicators, measures, series and periods, in columns: with
 * it at hand another indicator or year costs no question.
 */
final class ValuesFile {

  /** Told once for the table, or known from the places. */
  private static final Set<String> OUTSIDE =
      Set.of("region_set", "region_name", "indicator", "measure", "unit");

  private final Scope scope;
  private final Columns columns = new Columns();

  private ValuesFile(Scope scope) {
    this.scope = scope;
  }

  /** The file of a region set. */
  static Map<String, Object> of(Scope scope, String regionSet) {
    return new ValuesFile(scope).members(regionSet);
  }

  private Map<String, Object> members(String regionSet) {
    List<Map<String, Object>> tables = scope.tables(regionSet).stream().map(this::table).toList();
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("release", scope.snapshot().release().id());
    file.put("region_set", regionSet);
    file.put("words", columns.words());
    file.put("tables", tables);
    return file;
  }

  private Map<String, Object> table(FiguresAnswer answer) {
    Map<String, Object> table = FiguresJson.members(scope.snapshot(), answer);
    table.remove("release");
    table.remove("region_set");
    inColumns(table, "figures");
    inColumns(table, "totals");
    return table;
  }

  private void inColumns(Map<String, Object> table, String name) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Object row : (List<?>) table.get(name)) {
      Map<String, Object> fields = new LinkedHashMap<>();
      ((Map<?, ?>) row).forEach((key, value) -> fields.put((String) key, value));
      rows.add(fields);
    }
    Map<String, Object> packed = new LinkedHashMap<>();
    packed.put("rows", rows.size());
    if (!rows.isEmpty()) {
      packed.put("columns", columns.of(rows, key -> !OUTSIDE.contains(key)));
    }
    table.put(name, packed);
  }
}
