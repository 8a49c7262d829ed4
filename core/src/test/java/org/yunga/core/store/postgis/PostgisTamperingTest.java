package org.yunga.core.store.postgis;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.yunga.core.store.Store;
import org.yunga.core.store.TamperingContract;

class PostgisTamperingTest extends TamperingContract {

  @RegisterExtension final PostgisDatabase database = new PostgisDatabase();

  @Override
  protected Store newStore() {
    return database.open();
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
