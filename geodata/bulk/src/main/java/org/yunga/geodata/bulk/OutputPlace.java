package org.yunga.geodata.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.sql.SparkSession;

/**
 * The place of a job's results, taken by one job at a time. They are written aside, into {@code
 * .NAME.pending} beside it, and renamed when they are whole; since on object stores a rename is a
 * copy that may end midway, they count as whole only with {@value #DONE} among them, which is
 * written last and lists the files.
 *
 * <p>The folder aside says whose it is ({@link Claim}), and a file in it is touched every {@value
 * #BEAT_SECONDS} seconds. What a killed job left is taken away by the next one: at once when it ran
 * on this machine, else when it was not touched for {@value #DEAD_SECONDS} seconds. Nothing is ever
 * taken away that does not say it is ours.
 */
final class OutputPlace implements AutoCloseable {

  /** The file of whole results. */
  static final String DONE = "_SUCCESS";

  private static final String CLAIM = "_job";
  private static final String ALIVE = "_alive";
  private static final String PUBLISHING = "_publishing";
  private static final int BEAT_SECONDS = 20;
  private static final int DEAD_SECONDS = 120;

  private final String told;
  private final FileSystem files;
  private final Path out;
  private final Path aside;
  private final Claim claim = Claim.ours();
  private final Thread cleaner = new Thread(this::discard);
  private final Timer beats = new Timer("yunga-bulk-alive", true);

  private boolean gone;

  private OutputPlace(SparkSession spark, String path) throws IOException {
    this.told = path;
    Path given = new Path(path);
    this.files = given.getFileSystem(spark.sparkContext().hadoopConfiguration());
    this.out = files.makeQualified(given);
    this.aside = new Path(out.getParent(), "." + out.getName() + ".pending");
  }

  /**
   * Takes the place for a job.
   *
   * @param path where results will stand
   * @throws org.yunga.core.text.ExplainedException when something is there, another job has it, or
   *     it cannot be written
   */
  static OutputPlace take(SparkSession spark, String path) {
    OutputPlace place = null;
    try {
      place = new OutputPlace(spark, path);
      place.take();
      return place;
    } catch (IOException | IllegalArgumentException e) {
      throw BulkExceptions.unwritable(path, e);
    }
  }

  private void take() throws IOException {
    boolean taken = false;
    try {
      clearKilled();
      if (files.exists(out)) {
        throw standsThere();
      }
      if (!files.mkdirs(aside)) {
        throw new IOException("mkdir " + aside);
      }
      writeClaim();
      requireOurs();
      taken = true;
    } finally {
      if (!taken) {
        claim.end();
        beats.cancel();
      }
    }
    // before Hadoop's own, which closes file systems
    ShutdownHookManager.get().addShutdownHook(cleaner, FileSystem.SHUTDOWN_HOOK_PRIORITY + 1);
    TimerTask beat =
        new TimerTask() {
          @Override
          public void run() {
            beat();
          }
        };
    beats.schedule(beat, 0, BEAT_SECONDS * 1000L);
  }

  private void clearKilled() throws IOException {
    if (!files.exists(aside)) {
      return;
    }
    Optional<Claim> other = Claim.read(files, new Path(aside, CLAIM));
    if (other.isEmpty()) {
      if (files.listStatus(aside).length > 0) {
        throw BulkExceptions.notOurs(aside.toString());
      }
      return;
    }
    if (other.get().runs().orElseGet(this::wasTouched)) {
      throw BulkExceptions.busy(told, other.get(), DEAD_SECONDS);
    }
    boolean half = files.exists(new Path(aside, PUBLISHING)) && !files.exists(new Path(out, DONE));
    if (half && isOf(out, other.get())) {
      delete(out);
    }
    delete(aside);
  }

  /** By the clock of the file system, which all machines share. */
  private boolean wasTouched() {
    try {
      Path probe = new Path(out.getParent(), "." + out.getName() + "." + claim.job());
      files.create(probe, true).close();
      long now = files.getFileStatus(probe).getModificationTime();
      files.delete(probe, false);
      Path touched = new Path(aside, files.exists(new Path(aside, ALIVE)) ? ALIVE : CLAIM);
      return now - files.getFileStatus(touched).getModificationTime() < DEAD_SECONDS * 1000L;
    } catch (IOException e) {
      throw BulkExceptions.unwritable(told, e);
    }
  }

  private RuntimeException standsThere() throws IOException {
    return files.exists(new Path(out, CLAIM)) && !files.exists(new Path(out, DONE))
        ? BulkExceptions.halfThere(told)
        : BulkExceptions.outThere(told);
  }

  private void writeClaim() throws IOException {
    Path file = new Path(aside, CLAIM);
    try {
      if (out.toUri().getScheme().equals("file")) {
        // Hadoop looks first and creates then; this is one step
        Files.write(
            java.nio.file.Path.of(URI.create("file://" + file.toUri().getRawPath())),
            claim.bytes(),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE);
      } else {
        write(file, claim.bytes(), false);
      }
    } catch (FileAlreadyExistsException | java.nio.file.FileAlreadyExistsException e) {
      requireOurs();
    }
  }

  private void write(Path file, byte[] bytes, boolean overwrite) throws IOException {
    try (OutputStream stream = files.create(file, overwrite)) {
      stream.write(bytes);
    }
  }

  private boolean isOf(Path folder, Claim whose) throws IOException {
    return Claim.read(files, new Path(folder, CLAIM))
        .filter(found -> found.job().equals(whose.job()))
        .isPresent();
  }

  private void requireOurs() throws IOException {
    if (!isOf(aside, claim)) {
      throw BulkExceptions.busy(
          told, Claim.read(files, new Path(aside, CLAIM)).orElse(claim), DEAD_SECONDS);
    }
  }

  /** Killed here it still says whose it is. */
  private void delete(Path folder) throws IOException {
    for (FileStatus inside : files.listStatus(folder)) {
      if (!inside.getPath().getName().equals(CLAIM)) {
        files.delete(inside.getPath(), true);
      }
    }
    files.delete(folder, true);
  }

  private synchronized void beat() {
    try {
      if (!gone && isOf(aside, claim)) {
        write(new Path(aside, ALIVE), new byte[0], true);
      }
    } catch (IOException | RuntimeException e) {
      // the next beat may reach it; what is written tells what is wrong
    }
  }

  /** Where to write. */
  Path results() {
    return new Path(aside, claim.job());
  }

  /**
   * Lets the results stand in their place.
   *
   * @throws org.yunga.core.text.ExplainedException when that cannot be; nothing is left then
   */
  void publish() {
    try {
      requireOurs();
      if (files.exists(out)) {
        throw standsThere();
      }
      write(new Path(results(), CLAIM), claim.bytes(), false);
      byte[] list = list().getBytes(StandardCharsets.UTF_8);
      write(new Path(aside, PUBLISHING), new byte[0], true);
      if (!files.rename(results(), out)) {
        throw new IOException("rename " + results());
      }
      if (!isOf(out, claim)) { // somebody made a folder meanwhile, and ours is in it now
        files.delete(new Path(out, claim.job()), true);
        throw BulkExceptions.outThere(told);
      }
      finish(list);
    } catch (IOException e) {
      throw BulkExceptions.unwritable(told, e);
    }
  }

  private void finish(byte[] list) throws IOException {
    try {
      write(new Path(out, DONE), list, false);
    } catch (IOException e) {
      delete(out);
      throw e;
    }
  }

  /** The job, then size and name of each file. */
  private String list() throws IOException {
    StringBuilder list = new StringBuilder("yunga bulk totals " + claim.job() + "\n");
    list(results(), "", list);
    return list.toString();
  }

  private void list(Path folder, String name, StringBuilder into) throws IOException {
    for (FileStatus inside : files.listStatus(folder)) {
      String here = name + inside.getPath().getName();
      if (inside.isDirectory()) {
        list(inside.getPath(), here + "/", into);
      } else {
        into.append(inside.getLen()).append('\t').append(here).append('\n');
      }
    }
  }

  private synchronized void discard() {
    gone = true;
    try {
      if (isOf(aside, claim)) {
        delete(aside);
      }
    } catch (IOException | RuntimeException e) {
      // the next job into this place takes it away
    }
  }

  /** Gives the place free; what was not published is gone. */
  @Override
  public void close() {
    beats.cancel();
    discard();
    claim.end();
    ShutdownHookManager hooks = ShutdownHookManager.get();
    if (!hooks.isShutdownInProgress()) {
      hooks.removeShutdownHook(cleaner);
    }
  }
}
