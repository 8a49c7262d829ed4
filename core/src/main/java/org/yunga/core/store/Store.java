package org.yunga.core.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.yunga.core.access.TokenRegister;
import org.yunga.core.audit.Actor;
import org.yunga.core.audit.AuditLog;
import org.yunga.core.dataset.AuditedRelease;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.dataset.StagedDataset;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.plot.PlotSource;
import org.yunga.core.plot.PlotUnpacker;
import org.yunga.core.plot.StoredPlots;

/**
 * Keeps datasets and releases. Implementations pass one contract test.
 *
 * <p>Safe for several threads, and for several processes on one store: one writes at a time,
 * readers see whole releases only.
 */
public interface Store extends AutoCloseable {

  /** Where it is, to be shown to people: a file, or an address without credentials. */
  String place();

  /** Number of the newest release; 0 when nothing was published yet. Cheap enough to poll. */
  long latestReleaseNumber();

  /**
   * Asks to be told soon after another process published, where the store can tell. Only a hint,
   * from a thread of the store's own until the store is closed: one may get lost, so polling goes
   * on.
   */
  default void onRelease(Runnable hint) {}

  /** The newest release; number 0 without datasets when nothing was published yet. */
  Release latestRelease();

  /**
   * Publishes a delivery as a new release: the datasets of the newest one, less the edition of the
   * same key, and this one. Whole or not at all. Synthetic datasets stand only beside synthetic
   * ones and boundaries.
   *
   * <p>The entry in the audit names the program.
   *
   * @return the new release, or the newest one when it already holds this very dataset
   */
  default Release publish(Delivery delivery) {
    return publishAll(List.of(delivery), Actor.PROGRAM);
  }

  /** As below, in the name of the program. */
  default Release publishAll(List<Delivery> deliveries) {
    return publishAll(deliveries, Actor.PROGRAM);
  }

  /**
   * Publishes several deliveries one after another, all of them or none.
   *
   * @param by who brings them
   * @return the newest release afterwards
   */
  Release publishAll(List<Delivery> deliveries, Actor by);

  /**
   * Publishes deliveries that were checked against a release, if that is still the newest.
   *
   * @param base number of that release; 0 when there was none
   * @throws org.yunga.core.text.ExplainedException when another came meanwhile ({@code
   *     release_moved})
   */
  Release publishAll(List<Delivery> deliveries, long base, Actor by);

  /**
   * Publishes deliveries as {@link #publishAll} does, lets somebody look at the release, and undoes
   * all of it. Other writers wait meanwhile; the plots of the deliveries are read once.
   *
   * @param <T> what is learnt
   * @return what the reader gives back
   * @throws org.yunga.core.text.ExplainedException as publishing would
   */
  <T> T rehearse(List<Delivery> deliveries, Actor by, Rehearsal<T> reader);

  /**
   * Keeps deliveries to be published later: they survive a restart and are in no release. The same
   * file may be staged several times.
   *
   * @param deliveries none when the file is not understood yet
   * @param base number of the release that they were checked against, which need not be the newest
   *     by now; 0 when there was none
   * @param report what the check found
   */
  StagedDataset stage(List<Delivery> deliveries, long base, String report, Actor by);

  /**
   * Puts other deliveries into the place of those that wait, after the file was checked again.
   *
   * @param base number of the release that they were checked against
   * @throws org.yunga.core.text.UnknownNameException when none of this number waits or was
   *     published
   * @throws org.yunga.core.text.ExplainedException when it was published already
   */
  StagedDataset stageAgain(
      long number, List<Delivery> deliveries, long base, String report, Actor by);

  /** What waits to be published, oldest first. */
  List<StagedDataset> staged();

  /**
   * One that waits, or that was published.
   *
   * @throws org.yunga.core.text.UnknownNameException when there is none, or it was discarded
   */
  StagedDataset staged(long number);

  /**
   * Publishes what waits, as {@link #publishAll} does, if the release that it was checked against
   * is still the newest: whoever looked at the outcome looked at that one.
   *
   * @return the newest release afterwards
   * @throws org.yunga.core.text.UnknownNameException when none of this number waits or was
   *     published
   * @throws org.yunga.core.text.ExplainedException when it was published already, is empty, does
   *     not fit what is in force, or another release came meanwhile ({@code release_moved}); it
   *     then waits on
   */
  Release publishStaged(long number, Actor by);

  /**
   * Forgets what waits, but for its entries in the audit.
   *
   * @throws org.yunga.core.text.UnknownNameException when none of this number waits or was
   *     published
   * @throws org.yunga.core.text.ExplainedException when it was published already
   */
  void discardStaged(long number, Actor by);

  /**
   * Takes a dataset out of force: a new release of all others. Whole or not at all.
   *
   * @param dataset id of a dataset of the newest release
   * @throws org.yunga.core.text.UnknownNameException when the newest release does not hold it
   * @throws org.yunga.core.text.ExplainedException when others use what it brings
   */
  Release retire(String dataset, Actor by);

  /**
   * Goes back: a new release of the datasets of an older one. Whole or not at all.
   *
   * @return the new release, or the newest one when it holds the same datasets
   * @throws org.yunga.core.text.UnknownNameException when there is no such release
   */
  Release rollBack(long number, Actor by);

  /**
   * One release.
   *
   * @throws org.yunga.core.text.UnknownNameException when there is none of this number
   */
  Release release(long number);

  /**
   * Releases older than one, newest first.
   *
   * @param before number of a release, itself not given; {@link Long#MAX_VALUE} for the newest
   * @param limit how many at most
   */
  List<AuditedRelease> releases(long before, int limit);

  /** All datasets that were ever published, in the order in which they came. */
  List<KeptDataset> datasets();

  /**
   * Whether somebody took a dataset out of force by hand, by retiring it or going back; not when a
   * newer edition took its place.
   */
  boolean isWithdrawn(String dataset);

  /** Who did what. Every method above that changes the store writes its entry with the change. */
  AuditLog audit();

  /** The tokens. */
  TokenRegister tokens();

  /**
   * All that a release holds.
   *
   * @throws org.yunga.core.text.UnknownNameException when there is none of this number
   */
  ReleaseContent read(long number);

  /** All that the newest release holds. */
  ReleaseContent readLatest();

  /**
   * The plots of a dataset, packed; none when it brought no plots, or is unknown. Blocks are read
   * anew each time they are asked for.
   *
   * @throws org.yunga.core.text.ExplainedException also while blocks are read, when one of them is
   *     damaged
   */
  List<PlotPack> plotPacks(String dataset);

  /** The plots of a dataset one by one, in the order of its delivery, for copies and exports. */
  default PlotSource plots(String dataset) {
    return PlotUnpacker.of(plotPacks(dataset));
  }

  /**
   * Totals of the plots of a release computed in the store itself; empty where it cannot.
   *
   * @param kinds what there is to know of kinds
   * @throws org.yunga.core.text.ExplainedException when the store cannot be read
   */
  default Optional<StoredPlots> storedPlots(long release, List<PlotKind> kinds) {
    return Optional.empty();
  }

  /**
   * How it is doing; asks the store.
   *
   * @throws org.yunga.core.text.ExplainedException when the store cannot be read
   */
  default StoreState state() {
    return new StoreState(
        "file", StoreState.Source.FILE, OptionalLong.of(latestReleaseNumber()), Optional.empty());
  }

  @Override
  void close();
}
