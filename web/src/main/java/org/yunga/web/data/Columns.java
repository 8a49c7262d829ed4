package org.yunga.web.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Rows written as columns: numbers as they are, everything else as its place in a list of the words
 * that occur, which all tables of a file share; a column that is the same in all rows stands once.
 */
final class Columns {

  private final Map<String, Map<Object, Integer>> words = new LinkedHashMap<>();
  private final Map<String, List<Object>> lists = new LinkedHashMap<>();

  /**
   * The columns of some rows.
   *
   * @param rows with the same keys, at least one row
   * @param wanted which of the keys
   */
  Map<String, Object> of(List<Map<String, Object>> rows, Predicate<String> wanted) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (String name : rows.get(0).keySet()) {
      if (wanted.test(name)) {
        columns.put(name, column(name, rows));
      }
    }
    return columns;
  }

  private Object column(String name, List<Map<String, Object>> rows) {
    boolean numeric =
        rows.stream().map(row -> row.get(name)).allMatch(v -> v == null || v instanceof Number);
    List<Object> values = new ArrayList<>(rows.size());
    for (Map<String, Object> row : rows) {
      Object value = row.get(name);
      values.add(numeric || value == null ? value : place(name, value));
    }
    Object first = values.get(0);
    boolean same = values.stream().allMatch(v -> v == null ? first == null : v.equals(first));
    return same ? first : values;
  }

  private int place(String name, Object value) {
    Map<Object, Integer> known = words.computeIfAbsent(name, key -> new HashMap<>());
    List<Object> list = lists.computeIfAbsent(name, key -> new ArrayList<>());
    return known.computeIfAbsent(
        value,
        key -> {
          list.add(key);
          return list.size() - 1;
        });
  }

  /** The lists that places in columns refer to, by the name of the column. */
  Map<String, List<Object>> words() {
    return lists;
  }
}
