package org.yunga.web.bench;

import java.lang.management.ManagementFactory;
import java.util.Map;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.store.Store;
import org.yunga.core.store.postgis.PostgisAddress;
import org.yunga.core.store.postgis.PostgisStore;

/**
 * Reads the newest release of a database as a node does when it starts, in a Java of its own: says
 * milliseconds, megabytes of heap in use afterwards, bytes of trees, plots, and who answers.
 */
public final class SnapshotOnce {

  private static final double MEGA = 1 << 20;

  private SnapshotOnce() {}

  /**
   * Runs it.
   *
   * @param arguments the address of the store
   */
  public static void main(String[] arguments) {
    try (Store store = PostgisStore.open(PostgisAddress.parse(arguments[0]), Map.of())) {
      long start = System.nanoTime();
      CurrentSnapshot current = new CurrentSnapshot(store);
      double millis = (System.nanoTime() - start) / 1e6;
      System.gc();
      double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGA;
      System.out.println(
          millis
              + " "
              + heap
              + " "
              + current.plotBytes()
              + " "
              + current.get().plotCount()
              + " "
              + (current.get().storedPlots().isPresent() ? "sql" : "tree"));
    }
  }
}
