package org.yunga.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.UnavailableException;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.api.StoreWatch;

/** A server goes on looking for releases, whatever happened when it looked. */
class RefresherTest {

  private static final Duration PERIOD = Duration.ofMillis(10);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private final AtomicReference<Throwable> trouble = new AtomicReference<>();

  /** The newest release cannot be read while there is trouble. */
  private Store troubled(Store store) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("readLatest") && trouble.get() != null) {
                throw trouble.get();
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(LONGEST_WAIT);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      Thread.sleep(5);
    }
  }

  static Object[][] troubles() {
    return new Object[][] {
      {new OutOfMemoryError("made up"), StoreWatch.OUT_OF_MEMORY},
      {new AssertionError("made up"), StoreWatch.UNEXPECTED},
      {new IllegalStateException("made up"), StoreWatch.UNEXPECTED},
      {
        new UnavailableException("store_unavailable", new Bilingual("No", "No"), null),
        "store_unavailable"
      },
    };
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void whateverHappensItIsToldAndTriedAgain(Throwable happens, String code) throws Exception {
    try (Store store = GeoPackageStore.open(folder)) {
      CurrentSnapshot current = new CurrentSnapshot(troubled(store));
      try (Refresher refresher = Refresher.start(troubled(store), current, PERIOD)) {
        Instant read = refresher.watch().readAt().orElseThrow();
        trouble.set(happens);
        ReferenceData.install(store);
        await("told", () -> refresher.watch().failure().equals(Optional.of(code)));
        assertThat(current.get().release().number()).as("the old one goes on").isZero();
        assertThat(refresher.watch().state().orElseThrow().newestRelease()).hasValue(1);

        trouble.set(null);
        await("taken", () -> current.get().release().number() == 1);
        await("told", () -> refresher.watch().failure().isEmpty());
        assertThat(refresher.watch().readAt().orElseThrow()).isAfter(read);
      }
    }
  }
}
