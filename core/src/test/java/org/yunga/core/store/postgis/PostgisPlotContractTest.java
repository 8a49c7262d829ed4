package org.yunga.core.store.postgis;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.yunga.core.store.PlotStoreContract;
import org.yunga.core.store.Store;

class PostgisPlotContractTest extends PlotStoreContract {

  @RegisterExtension final PostgisDatabase database = new PostgisDatabase();

  @Override
  protected Store open() {
    return PostgisCluster.shared().open(database.another());
  }
}
