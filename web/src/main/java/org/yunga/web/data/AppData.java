package org.yunga.web.data;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.yunga.core.audit.AuditLog;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.UnavailableException;
import org.yunga.core.text.UnknownNameException;
import org.yunga.web.api.Answers;
import org.yunga.web.api.IndicatorsResource;
import org.yunga.web.api.InfoResource;
import org.yunga.web.api.RegionSetsResource;
import org.yunga.web.http.KeptAnswers;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;
import org.yunga.web.http.Rendered;
import org.yunga.web.http.Responder;

/** {@code /data/{key}/...} and {@code /places/{set}/{hash}}: see the package. */
public final class AppData {

  private static final int OLD_PLACES = 24;

  private final CurrentSnapshot current;
  private final AuditLog audit;
  private final String program;
  private volatile Optional<String> store = Optional.empty();
  private final KeptAnswers kept = new KeptAnswers();

  /** Of the older release that was asked for last: else each would throw out the current ones. */
  private final KeptAnswers older = new KeptAnswers();

  /** Of releases before: a page that is open may still ask for them. Guarded by itself. */
  private final Map<String, Rendered> places =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rendered> eldest) {
          return size() > OLD_PLACES;
        }
      };

  /**
   * The files of this snapshot and its successors.
   *
   * @param audit says which store it is
   * @param program hash of the program's files, which read these
   */
  public AppData(CurrentSnapshot current, AuditLog audit, String program) {
    this.current = current;
    this.audit = audit;
    this.program = program;
  }

  /** Which store the data is of; empty before its first release, or while nobody can say. */
  public Optional<String> store() {
    if (store.isEmpty()) {
      try {
        store = audit.identity();
      } catch (UnavailableException e) {
        return store; // what is in memory is answered all the same
      }
    }
    return store;
  }

  /** The key of a release. */
  public String key(Snapshot snapshot) {
    return ReleaseKey.of(snapshot.release(), program).text();
  }

  /** The address of where the regions of a set lie. */
  public String places(Snapshot snapshot, RegionSet set) {
    Rendered file = PlacesFile.of(snapshot, set);
    String address = PlacesFile.address(set.id(), file);
    synchronized (places) {
      places.put(address, file);
    }
    return address;
  }

  /** {@code /data/current}: which release is in force now. */
  public void current(Context context) {
    Snapshot snapshot = current.get();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("key", key(snapshot));
    members.put("release", snapshot.release().id());
    members.put("released", snapshot.release().publishedAt().toString());
    Responder.send(context, Answers.json(members), Responder.REVALIDATE);
  }

  /**
   * What the app begins with, in one answer, since over a slow link a question costs more than its
   * bytes: what is counted and what there is of it, region sets with the address of their places,
   * and what the release consists of. A pack holds the three as files of their own.
   */
  public void start(Context context) {
    send(
        context,
        monitor -> {
          Scope scope = new Scope(monitor);
          Map<String, Object> members = new LinkedHashMap<>();
          members.put("indicators", indicators(scope));
          members.put("region-sets", regionSets(scope));
          members.put("info", InfoResource.members(monitor.snapshot()));
          return Answers.json(members);
        });
  }

  /** All figures of a region set. */
  public void values(Context context) {
    String given = context.pathParam("set");
    send(
        context,
        monitor -> {
          RegionSet set = monitor.snapshot().catalogue().regionSet(given);
          return Answers.json(ValuesFile.of(new Scope(monitor), set.id()));
        });
  }

  /**
   * Where the regions of a set lie, by the release's name: for a page of an older release whose
   * places the server no longer knows by their content.
   */
  public void placesOf(Context context) {
    String given = context.pathParam("set");
    send(
        context,
        monitor -> {
          Snapshot snapshot = monitor.snapshot();
          return PlacesFile.of(snapshot, snapshot.catalogue().regionSet(given));
        });
  }

  /** What the release changed for a region. */
  public void changes(Context context) {
    RegionRef ref = region(context);
    send(context, monitor -> Answers.json(changes(new OfficeScope(monitor, ref))));
  }

  /** What an office needs to work without a connection, as one file. */
  public void pack(Context context) {
    RegionRef ref = region(context);
    String key = context.pathParam("key");
    Monitor asked = new Monitor(snapshot(key));
    Answers.attachment(
        context,
        "yunga-" + ref.regionSet() + "-" + ref.code() + "-" + asked.snapshot().release().id(),
        "yunga");
    send(
        context,
        monitor -> {
          OfficeScope scope = new OfficeScope(monitor, ref);
          return new Rendered(
              PackFile.of(scope, key, store(), changes(scope)), "application/octet-stream");
        });
  }

  private Map<String, Object> changes(OfficeScope scope) {
    long before = scope.snapshot().release().number() - 1;
    return ChangesFile.of(scope, before < 1 ? Optional.empty() : Optional.of(current.get(before)));
  }

  private static RegionRef region(Context context) {
    return new RegionRef(context.pathParam("set"), context.pathParam("code"));
  }

  /** {@code /places/{set}/{hash}}. */
  public void places(Context context) {
    Snapshot snapshot = current.get();
    RegionSet set = snapshot.catalogue().regionSet(context.pathParam("set"));
    String address = context.path();
    String now = places(snapshot, set);
    Rendered file;
    synchronized (places) {
      file = places.get(now.equals(address) ? now : address);
    }
    if (file == null) {
      throw gone();
    }
    Responder.send(context, file, Responder.IMMUTABLE);
  }

  static Map<String, Object> indicators(Scope scope) {
    return IndicatorsResource.members(scope.snapshot(), scope::availability);
  }

  private Map<String, Object> regionSets(Scope scope) {
    Snapshot snapshot = scope.snapshot();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("release", snapshot.release().id());
    members.put(
        "region_sets",
        snapshot.catalogue().regionSets().stream()
            .map(set -> set(scope, set, places(snapshot, set)))
            .toList());
    return members;
  }

  /** A set; of one that is not told of whole, also how many regions it has. */
  static Map<String, Object> set(Scope scope, RegionSet set, String places) {
    List<Region> regions = scope.regions(set.id());
    Map<String, Object> members = RegionSetsResource.set(scope.snapshot(), set, regions);
    members.put("places", places);
    int all = scope.snapshot().regions(set.id()).size();
    if (regions.size() < all) {
      members.put("all_regions", all);
    }
    return members;
  }

  private interface Making {
    Rendered of(Monitor monitor);
  }

  private void send(Context context, Making making) {
    Monitor monitor = new Monitor(snapshot(context.pathParam("key")));
    long release = monitor.snapshot().release().number();
    Supplier<Rendered> answer = () -> making.of(monitor);
    KeptAnswers answers = release == current.get().release().number() ? kept : older;
    answers.send(context, release, "data", Responder.IMMUTABLE, answer);
  }

  private Snapshot snapshot(String key) {
    try {
      Snapshot snapshot = current.get(ReleaseKey.number(key));
      if (key(snapshot).equals(key)) {
        return snapshot;
      }
    } catch (UnknownNameException e) {
      throw gone();
    }
    throw gone();
  }

  private static ProblemException gone() {
    return new ProblemException(
        new Problem(
            404,
            "release_gone",
            new Bilingual(
                "El servidor ya no tiene la entrega que esta página muestra: cargue la página de"
                    + " nuevo.",
                "The server no longer has the release that this page shows: load the page again."),
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }
}
