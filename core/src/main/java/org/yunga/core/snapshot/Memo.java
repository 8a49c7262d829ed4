package org.yunga.core.snapshot;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.yunga.core.work.BusyException;

/**
 * Values that are made when first asked for and then kept. Who asks for what is being made waits;
 * nobody else does, unlike in {@link ConcurrentHashMap#computeIfAbsent}, which also holds up keys
 * that lie near. Failures are not kept: the database may be back, the next one have more patience.
 *
 * <p>Making one value may ask for others, but not for itself.
 */
final class Memo<K, V> {

  private final Map<K, CompletableFuture<V>> values = new ConcurrentHashMap<>();

  /**
   * The value of a key.
   *
   * @throws RuntimeException as making it does. Who waited in vain for another makes it himself:
   *     that one may have been refused for reasons of its own. But not twice, or a database that is
   *     away would keep them waiting for each other
   * @throws BusyException when this thread is interrupted while it waits
   */
  V get(K key, Supplier<V> making) {
    CompletableFuture<V> own = new CompletableFuture<>();
    CompletableFuture<V> first = values.putIfAbsent(key, own);
    if (first == null) {
      return make(key, own, making);
    }
    try {
      return waitFor(first);
    } catch (ExecutionException e) {
      CompletableFuture<V> next = values.putIfAbsent(key, own);
      return next == null ? make(key, own, making) : shared(next);
    }
  }

  private V make(K key, CompletableFuture<V> own, Supplier<V> making) {
    try {
      V value = making.get();
      own.complete(value);
      return value;
    } catch (RuntimeException | Error e) {
      values.remove(key, own);
      own.completeExceptionally(e);
      throw e;
    }
  }

  private static <V> V shared(CompletableFuture<V> made) {
    try {
      return waitFor(made);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw (Error) e.getCause();
    }
  }

  private static <V> V waitFor(CompletableFuture<V> made) throws ExecutionException {
    try {
      return made.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BusyException();
    }
  }
}
