package org.yunga.core.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yunga.core.Fixtures.dataset;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yunga.core.audit.Actor;
import org.yunga.core.audit.AuditFinding;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.store.ContractWorld;
import org.yunga.core.store.Store;
import org.yunga.core.store.TamperingContract;

class PostgisTamperingTest extends TamperingContract {

  @RegisterExtension final PostgisDatabase database = new PostgisDatabase();

  @Override
  protected Store newStore() {
    return database.open();
  }

  /**
   * What totals in SQL are made of is counted again too; in which order it lies does not matter.
   */
  @Test
  void aPlotOfTheTableThatIsNotAsItCameIsNamed() throws SQLException {
    Store store = filled();
    store.publish(Delivery.ofPlots(dataset("plots", 1), new ContractWorld(7).plots()::forEach));
    store.stage(
        List.of(Delivery.ofPlots(dataset("plots", 2), new ContractWorld(8).plots()::forEach)),
        4,
        "{}",
        Actor.PROGRAM);
    assertThat(codes()).isEmpty();
    tamper(
        "CREATE TABLE kept AS SELECT * FROM plot",
        "DELETE FROM plot",
        "INSERT INTO plot SELECT * FROM kept ORDER BY number DESC");
    assertThat(codes()).isEmpty();
    for (String change :
        List.of(
            "UPDATE plot SET size = size + 1 WHERE number = 7",
            "UPDATE plot SET value = 0 WHERE number = 700",
            "UPDATE plot SET year = 2019 WHERE number = 7",
            "UPDATE plot SET kind = 'family' WHERE number = 7",
            "UPDATE plot SET inside = ST_Translate(inside, 1, 0) WHERE number = 7",
            "UPDATE plot SET geom = ST_Translate(geom, 0, 0.001) WHERE number = 7",
            "UPDATE plot SET geom = ST_Reverse(geom) WHERE number = 7",
            "UPDATE plot SET geom = ST_SetSRID('POINT (1 99999999)'::geometry, 54034)"
                + " WHERE number = 7",
            "UPDATE plot SET geom = ST_SetSRID('POLYGON EMPTY'::geometry, 54034) WHERE number = 7",
            "UPDATE plot SET number = 15 - number WHERE number IN (7, 8)",
            "DELETE FROM plot WHERE number = 7",
            "DELETE FROM plot",
            "INSERT INTO plot SELECT * FROM plot WHERE number = 7")) {
      tamper(change);
      assertThat(verify(store).findings())
          .as(change)
          .hasSize(2)
          .allSatisfy(
              finding -> assertThat(finding).isInstanceOf(AuditFinding.PlotRowsChanged.class));
      tamper("DELETE FROM plot", "INSERT INTO plot SELECT * FROM kept");
      assertThat(codes()).isEmpty();
    }
    tamper(
        "CREATE TABLE plot_of_99 PARTITION OF plot FOR VALUES IN (99)",
        "INSERT INTO plot SELECT 99, number, kind, year, size, value, inside, geom FROM plot"
            + " WHERE number = 7");
    assertThat(verify(store).findings())
        .containsExactly(new AuditFinding.PlotRowsChanged("#99", 2, 0));
  }

  /** As the owner of the tables. */
  @Override
  protected void tamper(String... statements) {
    PostgisCluster cluster = PostgisCluster.shared();
    cluster.run(database.name(), "ALTER TABLE audit DISABLE TRIGGER USER");
    cluster.run(database.name(), statements);
    cluster.run(database.name(), "ALTER TABLE audit ENABLE TRIGGER USER");
  }
}
