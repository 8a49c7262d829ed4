package org.yunga.web.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yunga.core.dataset.StagedDataset;
import org.yunga.core.store.Store;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnknownNameException;

/**
 * Deletes what nobody waits for any more: uploads that a killed program left, files of what was
 * published or discarded. Rows that were handed back stay for {@value #KEPT_DAYS} days, the newest
 * gigabyte of them.
 *
 * @param folder of the uploads of a store
 * @param store that knows what became of them
 * @param mostBytes of rows handed back
 */
record Sweeper(Path folder, Store store, long mostBytes) {

  /** For how long rows that were refused can be fetched after they were checked. */
  static final int KEPT_DAYS = 90;

  /** How much of them is kept, the newest first. */
  static final long KEPT_BYTES = 1L << 30;

  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private static final Duration ABANDONED = Duration.ofHours(1);

  Sweeper(Path folder, Store store) {
    this(folder, store, KEPT_BYTES);
  }

  /** What cannot be deleted now is deleted another time. */
  void sweep() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> found = Files.list(folder)) {
      List<Path> handedBack = new ArrayList<>();
      for (Path own : found.toList()) {
        String name = own.getFileName().toString();
        if (name.startsWith(Incoming.UNDER_WAY)) {
          deleteAfter(ABANDONED, own);
        } else if (name.matches("[0-9]{1,18}")) {
          sweep(own, Long.parseLong(name), handedBack);
        }
      }
      bound(handedBack);
    } catch (IOException | UncheckedIOException | ExplainedException e) {
      LOG.warn("Files that nobody waits for could not be deleted from {}", folder, e);
    }
  }

  private void sweep(Path own, long number, List<Path> handedBack) throws IOException {
    Optional<StagedDataset> staged = staged(number);
    if (staged.isEmpty()) {
      Incoming.delete(own);
    } else if (!staged.get().isWaiting()) {
      Incoming.delete(own.resolve(Incoming.FILE));
      deleteAfter(Duration.ofDays(KEPT_DAYS), own);
      if (bytes(own) > 0) {
        handedBack.add(own);
      } else {
        Incoming.delete(own);
      }
    }
  }

  private Optional<StagedDataset> staged(long number) {
    try {
      return Optional.of(store.staged(number));
    } catch (UnknownNameException e) {
      return Optional.empty();
    }
  }

  private void bound(List<Path> handedBack) throws IOException {
    List<Path> newestFirst = new ArrayList<>(handedBack);
    newestFirst.sort(Comparator.comparing(Sweeper::changed).reversed());
    long kept = 0;
    for (Path own : newestFirst) {
      kept += bytes(own);
      if (kept > mostBytes) {
        Incoming.delete(own);
      }
    }
  }

  private static void deleteAfter(Duration age, Path own) {
    if (changed(own).isBefore(Instant.now().minus(age))) {
      Incoming.delete(own);
    }
  }

  /** When something was last written in it; a slow upload is written to all the time. */
  private static Instant changed(Path own) {
    return files(own).stream().map(Sweeper::written).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  private static Instant written(Path file) {
    return Instant.ofEpochMilli(file.toFile().lastModified());
  }

  private static long bytes(Path own) {
    return files(own).stream().mapToLong(file -> file.toFile().length()).sum();
  }

  private static List<Path> files(Path own) {
    if (!Files.exists(own)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(own)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
