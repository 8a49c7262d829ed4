package org.yunga.geodata.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Names as somebody may give them to regions and sets. */
class FigureTablesTest {

  private static Map<String, String> tables(String set, String code) {
    TreeMap<Cell, Sums> cells = new TreeMap<>();
    cells.put(new Cell(set, code, "point", "well", 2020), new Sums(4, 0, 0));
    return FigureTables.of(new BulkTotals(cells, new TreeMap<>(), Map.of()), FewPlots.NONE)
        .tables();
  }

  @Test
  void codesWithCommasAndQuotesStayOneCell() {
    assertThat(tables("zei", "Alto, \"El\" Valle"))
        .containsEntry(
            "zei.well.count.csv", "region_code,period,count\n\"Alto, \"\"El\"\" Valle\",2020,4\n");
  }

  /** No set's table lies in another folder, is hidden, or takes another set's name. */
  @Test
  void filesAreNamedAfterSetsWhateverTheirNames() {
    for (String set : List.of("../etc", "a/b", "_x", ".x", "a:b", "a%2Fb", "Zona Ñ", "a.well")) {
      assertThat(tables(set, "1").keySet())
          .singleElement()
          .asString()
          .matches("[A-Za-z0-9%][A-Za-z0-9%_-]*\\.well\\.count\\.csv");
    }
    assertThat(tables("a%2Fb", "1").keySet()).isNotEqualTo(tables("a/b", "1").keySet());
    assertThat(tables("zei_2", "1")).containsKey("zei_2.well.count.csv");
  }
}
