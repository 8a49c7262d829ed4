package org.yunga.core.store.postgis;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.yunga.core.store.Store;

/** Databases of one test, dropped after it. */
final class PostgisDatabase implements AfterEachCallback {

  private final List<String> databases = new ArrayList<>();
  private String own;

  /** Another store object on the database of this test. */
  Store open() {
    return PostgisCluster.shared().open(name());
  }

  /** The database of this test. */
  synchronized String name() {
    if (own == null) {
      own = another();
    }
    return own;
  }

  /** A further database. */
  String another() {
    String database = PostgisCluster.shared().newDatabase();
    databases.add(database);
    return database;
  }

  /** A further database, with nothing in it. */
  String empty() {
    String database = PostgisCluster.shared().emptyDatabase();
    databases.add(database);
    return database;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    databases.forEach(PostgisCluster.shared()::drop);
  }
}
