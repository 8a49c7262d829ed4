package org.yunga.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.audit.Actor;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.UnavailableException;
import org.yunga.geodata.reference.ReferenceData;

/** Starting over a store that can only be read just now, as while the primary is away. */
class DataFolderTest {

  private static final UnavailableException AWAY =
      new UnavailableException("store_unavailable", new Bilingual("No", "No"), null);

  @TempDir private Path folder;

  private static Store withoutWriting(Store store) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "publish":
                  throw AWAY;
                case "isWithdrawn":
                  return false;
                default:
                  try {
                    return method.invoke(store, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
              }
            });
  }

  @Test
  void whatIsThereIsShownAlthoughNothingCanBeAdded() {
    try (Store store = GeoPackageStore.open(folder)) {
      Store readable = withoutWriting(store);
      assertThatThrownBy(() -> DataFolder.install(readable))
          .as("there is nothing to show")
          .isSameAs(AWAY);

      ReferenceData.install(store);
      store.retire(ReferenceData.dataset().id(), Actor.PROGRAM);
      DataFolder.install(readable);
      assertThat(store.latestReleaseNumber()).isEqualTo(2);
    }
  }
}
