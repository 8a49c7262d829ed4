package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.store.StoreState;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Responder;
import org.yunga.web.http.Version;

/**
 * {@code /api/v1/status}: from where answers come just now. Of the store only what tells nothing
 * about its place; asked no more often than the server looks for releases.
 */
public final class StatusResource {

  private final CurrentSnapshot current;
  private final Supplier<StoreWatch> store;

  /**
   * Tells about these.
   *
   * @param store how the store was doing when it was last asked
   */
  public StatusResource(CurrentSnapshot current, Supplier<StoreWatch> store) {
    this.current = current;
    this.store = store;
  }

  /** The status; never kept by anybody. */
  public void get(Context context) {
    Parameters.of(context);
    Format.of(context, Format.JSON);
    Snapshot snapshot = current.get();
    Responder.sendUnkept(
        context,
        Answers.json(
            object(
                "version", Version.text(),
                "release", snapshot.release().id(),
                "store", store(store.get(), snapshot),
                "plots", plots(snapshot))));
  }

  private static Map<String, Object> store(StoreWatch watch, Snapshot snapshot) {
    Optional<StoreState> state = watch.state();
    return object(
        "reachable", state.isPresent(),
        "kind", state.map(StoreState::kind).orElse(null),
        "read_from", state.map(one -> one.readsFrom().name().toLowerCase(Locale.ROOT)).orElse(null),
        "read_at", watch.readAt().map(StatusResource::text).orElse(null),
        "failure", watch.failure().orElse(null),
        "behind_releases", behind(state, snapshot),
        "replica", state.flatMap(StoreState::lag).map(StatusResource::lag).orElse(null));
  }

  private static String text(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** How many releases this server has still to take; null when nobody can say. */
  private static Long behind(Optional<StoreState> state, Snapshot snapshot) {
    OptionalLong newest = state.map(StoreState::newestRelease).orElse(OptionalLong.empty());
    return newest.isPresent()
        ? Long.valueOf(Math.max(0, newest.getAsLong() - snapshot.release().number()))
        : null;
  }

  private static Map<String, Object> lag(StoreState.Lag lag) {
    return object(
        "behind_releases", orNull(lag.releases()),
        "behind_bytes", orNull(lag.bytes()),
        "behind_seconds", Math.round(lag.seconds()));
  }

  private static Long orNull(OptionalLong number) {
    return number.isPresent() ? Long.valueOf(number.getAsLong()) : null;
  }

  private Map<String, Object> plots(Snapshot snapshot) {
    long count = snapshot.plotCount();
    return object(
        "count",
        count,
        "answered_by",
        count == 0 ? null : snapshot.storedPlots().isPresent() ? "sql" : "tree",
        "needed_bytes",
        current.plotBytes(),
        "bytes_per_plot",
        count == 0 ? null : current.plotBytes() / count,
        "budget_bytes",
        current.budget().bytes(),
        "trees",
        snapshot.plots().map(plots -> plots.trees().size()).orElse(0),
        "merge_failed",
        current.mergeHasFailed());
  }
}
