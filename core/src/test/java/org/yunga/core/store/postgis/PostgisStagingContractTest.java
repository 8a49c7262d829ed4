package org.yunga.core.store.postgis;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.yunga.core.store.StagingStoreContract;
import org.yunga.core.store.Store;

class PostgisStagingContractTest extends StagingStoreContract {

  @RegisterExtension final PostgisDatabase database = new PostgisDatabase();

  @Override
  protected Store newStore() {
    return database.open();
  }
}
