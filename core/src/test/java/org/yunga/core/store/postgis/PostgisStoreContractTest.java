package org.yunga.core.store.postgis;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.yunga.core.store.Store;
import org.yunga.core.store.StoreContract;

class PostgisStoreContractTest extends StoreContract {

  @RegisterExtension final PostgisDatabase database = new PostgisDatabase();

  @Override
  protected Store newStore() {
    return database.open();
  }
}
