package org.yunga.web.staging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.StagedDataset;
import org.yunga.core.store.StagingExceptions;
import org.yunga.core.store.Store;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnknownNameException;
import org.yunga.core.work.BusyException;
import org.yunga.core.work.WorkLimiter;
import org.yunga.geodata.inspect.Intake;
import org.yunga.geodata.intake.DatasetName;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.IntakeReport;
import org.yunga.geodata.intake.KnownRelease;
import org.yunga.geodata.intake.MappingMemory;
import org.yunga.web.http.ProblemException;

/**
 * Receives files, has them checked, keeps them until they are published or discarded. For any
 * number of threads: some files are received at a time, one is checked at a time, since that takes
 * the machine; some others wait for their turn, but not for ever.
 */
public final class Staging {

  private static final Logger LOG = LoggerFactory.getLogger(Staging.class);

  /** No folders, nothing that a file system takes for something else; no leading dot. */
  private static final String FILE_NAME =
      "[^\\p{Cntrl}/\\\\:*?\"<>|.][^\\p{Cntrl}/\\\\:*?\"<>|]{0,119}";

  /** File systems count bytes, 255 at most; the file handed back has a longer name. */
  static final int FILE_NAME_BYTES = 200;

  private final Store store;
  private final Incoming incoming;
  private final MappingMemory memory;
  private final StagingLimits limits;
  private final Semaphore receiving;
  private final WorkLimiter checking;
  private final Sweeper sweeper;

  /**
   * Deletes what a program that was killed left in the folder.
   *
   * @param folder where files lie while they wait, those of each store in a folder of its own; made
   *     when the first comes. Beside it lies what is remembered of columns
   */
  public Staging(Store store, Path folder, StagingLimits limits) {
    this.store = store;
    this.limits = limits;
    Path own = StoreFolder.of(store, folder);
    this.incoming = new Incoming(own, limits.fileBytes());
    this.sweeper = new Sweeper(own, store);
    this.memory = MappingMemory.in(folder.toAbsolutePath().getParent());
    this.receiving = new Semaphore(limits.uploads());
    this.checking = new WorkLimiter(1, limits.checksWaiting(), limits.patience().toMillis());
    sweeper.sweep();
  }

  public StagingLimits limits() {
    return limits;
  }

  /**
   * Receives a file, checks it and keeps it.
   *
   * @param length that the sender declares
   * @param said what the sender says of it, see {@link OptionsJson}
   * @throws ProblemException with the reason why nothing was kept
   */
  public StagedFile receive(
      InputStream in, OptionalLong length, String fileName, JsonNode said, Actor by) {
    if (!fileName.matches(FILE_NAME)
        || fileName.getBytes(StandardCharsets.UTF_8).length > FILE_NAME_BYTES) {
      throw StagingProblems.badFileName(fileName);
    }
    IntakeOptions options = options(said, Path.of(fileName));
    if (store.staged().size() >= limits.waiting()) {
      throw StagingProblems.tooManyWait(limits.waiting());
    }
    if (!receiving.tryAcquire()) {
      throw StagingProblems.busy();
    }
    try {
      Path received = incoming.receive(in, fileName, length);
      try {
        return stage(received, options, by);
      } finally {
        incoming.forget(received); // is elsewhere by now, unless something went wrong
      }
    } finally {
      receiving.release();
    }
  }

  private StagedFile stage(Path received, IntakeOptions options, Actor by) {
    return checked(
        received,
        options,
        (report, base, text) -> {
          StagedDataset staged = store.stage(report.deliveries(), base, text, by);
          incoming.keep(received, staged.number());
          return staged;
        });
  }

  /**
   * Checks a file again, by what is said of it now.
   *
   * @param changes members that take the place of what was said
   * @throws UnknownNameException when there is no such staged dataset
   */
  public StagedFile checkAgain(long number, JsonNode changes, Actor by) {
    StagedFile before = waiting(number);
    Path file = incoming.file(number).orElseThrow(StagingProblems::fileGone);
    return checkAgain(number, options(OptionsJson.changed(before.options(), changes), file), by);
  }

  private StagedFile checkAgain(long number, IntakeOptions options, Actor by) {
    Path file = incoming.file(number).orElseThrow(StagingProblems::fileGone);
    return checked(
        file,
        options,
        (report, base, text) -> store.stageAgain(number, report.deliveries(), base, text, by));
  }

  /** What becomes of a report that was made against a release. */
  private interface Keeping {
    StagedDataset keep(IntakeReport report, long base, String text);
  }

  private StagedFile checked(Path file, IntakeOptions options, Keeping keeping) {
    try {
      return checking.run(() -> checkedNow(file, options, keeping));
    } catch (BusyException e) {
      throw StagingProblems.checksBusy();
    } catch (ExplainedException e) {
      throw StagingProblems.refused(e);
    }
  }

  private StagedFile checkedNow(Path file, IntakeOptions options, Keeping keeping) {
    KnownRelease release = KnownRelease.of(store).remembering(memory);
    IntakeReport report = inspect(file, options, release);
    long base = release.content().release().number();
    String text = StagedFile.text(OptionsJson.of(options), base, ReportJson.of(report));
    writeRefused(report, file);
    return StagedFile.of(keeping.keep(report, base, text));
  }

  /**
   * Handing rows back is a service: what cannot be written in that format does not stop the rest.
   */
  private static void writeRefused(IntakeReport report, Path file) {
    Path folder = Incoming.emptyRefused(file);
    try {
      report.writeRefused(folder);
    } catch (RuntimeException e) {
      LOG.warn("The refused rows of {} could not be written", file.getFileName(), e);
    }
  }

  private static IntakeReport inspect(Path file, IntakeOptions options, KnownRelease release) {
    String name = file.getFileName().toString();
    try {
      return Intake.inspect(file, options, release);
    } catch (ExplainedException e) {
      throw StagingProblems.useless(name, e);
    } catch (UnknownNameException e) {
      throw StagingProblems.unknown(name, e);
    }
  }

  private static IntakeOptions options(JsonNode said, Path file) {
    try {
      Optional<String> given = Optional.ofNullable(said.path("name").textValue());
      return OptionsJson.read(said, DatasetName.of(given.filter(name -> !name.isBlank()), file));
    } catch (ExplainedException e) {
      throw StagingProblems.useless(file.getFileName().toString(), e);
    }
  }

  /** What waits, oldest first. */
  public List<StagedFile> waiting() {
    return store.staged().stream().map(StagedFile::of).toList();
  }

  /**
   * One that waits or was published.
   *
   * @throws UnknownNameException when there is none
   */
  public StagedFile get(long number) {
    return StagedFile.of(store.staged(number));
  }

  private StagedFile waiting(long number) {
    StagedFile file = get(number);
    if (!file.staged().isWaiting()) {
      throw StagingProblems.refused(
          StagingExceptions.published(number, file.staged().release().getAsLong()));
    }
    return file;
  }

  /**
   * Publishes one. Where another release came into force since it was checked, it is checked again
   * first, and refused when the outcome is another than the one that was looked at.
   *
   * @throws ProblemException with the reason why nothing was published
   */
  public Release publish(long number, PublishConsent consent, Actor by) {
    StagedFile file = ofTheReleaseInForce(waiting(number), by);
    if (!file.report().get("publishable").asBoolean()) {
      throw StagingProblems.notPublishable(file.flaws());
    }
    List<String> missing = consent.missing(file.report().get("needs"));
    if (!missing.isEmpty()) {
      throw StagingProblems.consentNeeded(missing);
    }
    Release release = published(number, by);
    sweeper.sweep();
    remember(file.report());
    return release;
  }

  private StagedFile ofTheReleaseInForce(StagedFile file, Actor by) {
    long number = file.staged().number();
    String latest = Long.toString(store.latestReleaseNumber());
    if (file.release().equals(latest)) {
      return file;
    }
    if (incoming.file(number).isEmpty()) {
      throw StagingProblems.cannotBeCheckedAgain(file.release(), latest);
    }
    StagedFile again = checkAgain(number, file.options(), by);
    if (!again.report().equals(file.report())) {
      throw StagingProblems.moved(latest);
    }
    return again;
  }

  private Release published(long number, Actor by) {
    try {
      return store.publishStaged(number, by);
    } catch (ExplainedException e) {
      throw e.code().equals("release_moved")
          ? StagingProblems.movedMeanwhile(Long.toString(store.latestReleaseNumber()))
          : StagingProblems.refused(e);
    }
  }

  /** A convenience: what cannot be remembered does not undo a release. */
  private void remember(ObjectNode report) {
    try {
      memory.remember(
          IntakeKind.parse(report.get("kind").asText()),
          ReportJson.columns(report),
          ReportJson.mapping(report));
    } catch (RuntimeException e) {
      LOG.warn("What was said of the columns could not be remembered", e);
    }
  }

  /**
   * Throws one away.
   *
   * @throws UnknownNameException when there is none
   * @throws ProblemException 409 when it was published
   */
  public void discard(long number, Actor by) {
    try {
      store.discardStaged(number, by);
      incoming.forget(number);
    } catch (ExplainedException e) {
      throw StagingProblems.refused(e);
    }
  }

  /**
   * The rows of one that were refused, as a file of its own format.
   *
   * @throws UnknownNameException when there is no such staged dataset
   * @throws ProblemException 404 when there are none, or no longer here
   */
  public Path refused(long number) {
    get(number);
    return incoming.refused(number).orElseThrow(StagingProblems::noRefusedRows);
  }
}
