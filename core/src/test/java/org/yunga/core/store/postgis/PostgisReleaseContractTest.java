package org.yunga.core.store.postgis;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.yunga.core.store.ReleaseStoreContract;
import org.yunga.core.store.Store;

class PostgisReleaseContractTest extends ReleaseStoreContract {

  @RegisterExtension final PostgisDatabase database = new PostgisDatabase();

  @Override
  protected Store newStore() {
    return database.open();
  }
}
