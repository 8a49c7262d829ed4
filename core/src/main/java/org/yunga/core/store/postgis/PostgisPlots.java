package org.yunga.core.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.postgresql.PGStatement;
import org.yunga.core.aggregate.RegionTotals;
import org.yunga.core.aggregate.Sharing;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.plot.PlotValue;
import org.yunga.core.plot.StoredPlots;
import org.yunga.core.store.sql.PlotPackTable;
import org.yunga.core.store.sql.Sql;
import org.yunga.core.store.sql.Work;

/**
 * Totals of plots in SQL; see {@link TotalsSql}. Each answer is of one state of the database, which
 * has the release that is asked about; else there is none.
 */
final class PostgisPlots implements StoredPlots {

  /** Taken by who keeps outlines: publishing goes on meanwhile, and nobody waits for it. */
  static final long KEEPING = PostgisMigrations.LOCK + 1;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final PostgisSessions sessions;
  private final SeenRelease release;
  private final Long[] datasets;
  private final List<PlotSlot> slots;
  private final Map<PlotSlot, Integer> slotNumbers = new HashMap<>();
  private final List<Sharing> sharing;
  private final long size;

  /** Of a dataset: number, slots, plots. */
  private record Brought(long dataset, List<PlotSlot> slots, long plots) {}

  private PostgisPlots(
      PostgisSessions sessions, SeenRelease release, List<Brought> brought, List<PlotKind> kinds) {
    this.sessions = sessions;
    this.release = release;
    datasets = brought.stream().map(Brought::dataset).distinct().toArray(Long[]::new);
    TreeSet<PlotSlot> all = new TreeSet<>();
    brought.forEach(one -> all.addAll(one.slots()));
    slots = List.copyOf(all);
    slots.forEach(slot -> slotNumbers.put(slot, slotNumbers.size()));
    sharing = slots.stream().map(slot -> sharing(slot, kinds)).toList();
    size = brought.stream().mapToLong(Brought::plots).sum();
  }

  /**
   * The plots of a release.
   *
   * @throws RuntimeException when it is not there, or not there yet
   */
  static PostgisPlots of(PostgisSessions sessions, long number, List<PlotKind> kinds) {
    return sessions.readWhole(
        session -> {
          SeenRelease release = SeenRelease.of(session.connection(), number, sessions);
          return new PostgisPlots(sessions, release, brought(session.connection(), number), kinds);
        });
  }

  private static List<Brought> brought(Connection connection, long release) throws SQLException {
    return Sql.query(
        connection,
        "SELECT dataset, slots, plots FROM plot_pack WHERE dataset IN"
            + " (SELECT dataset FROM release_dataset WHERE release = ?)"
            + " ORDER BY dataset",
        row -> new Brought(row.getLong(1), PlotPackTable.slots(row.getString(2)), row.getLong(3)),
        release);
  }

  private static Sharing sharing(PlotSlot slot, List<PlotKind> kinds) {
    return kinds.stream()
        .filter(kind -> kind.id().equals(slot.kind()))
        .flatMap(kind -> kind.value().stream())
        .map(PlotValue::sharing)
        .findFirst()
        .orElse(Sharing.BY_SIZE);
  }

  @Override
  public List<PlotSlot> slots() {
    return slots;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public SlotTotals totals() {
    return ask(session -> all(session.connection()));
  }

  @Override
  public SlotTotals within(Geometry metres) {
    Outlines asked = Outlines.of(List.of(metres));
    return ask(session -> within(session.connection(), asked, OptionalLong.empty())).get(0);
  }

  @Override
  public RegionTotals byRegion(List<Geometry> metres, boolean disjoint) {
    if (metres.isEmpty() || datasets.length == 0) {
      return regions(none(metres.size()), disjoint ? Optional.of(totals()) : Optional.empty());
    }
    Outlines asked = Outlines.of(metres);
    Optional<RegionTotals> ready =
        ask(
            session -> {
              OptionalLong kept = asked.find(session.connection());
              return kept.isPresent()
                  ? Optional.of(byRegion(session.connection(), asked, kept, disjoint))
                  : Optional.empty();
            });
    if (ready.isPresent()) {
      return ready.get();
    }
    keep(asked);
    return ask(
        session -> {
          OptionalLong kept = asked.find(session.connection());
          return byRegion(session.connection(), asked, kept, disjoint);
        });
  }

  private RegionTotals byRegion(
      Connection connection, Outlines asked, OptionalLong kept, boolean disjoint)
      throws SQLException {
    List<SlotTotals> rows = within(connection, asked, kept);
    return regions(rows, disjoint ? Optional.of(all(connection)) : Optional.empty());
  }

  private static RegionTotals regions(List<SlotTotals> rows, Optional<SlotTotals> all) {
    return all.map(whole -> RegionTotals.disjoint(rows, whole))
        .orElseGet(() -> new RegionTotals(rows, Optional.empty()));
  }

  /** All that a question reads is of one state, in which the release is there. */
  private <T> T ask(Work<T> question) {
    return sessions.readWhole(
        session -> {
          release.require(session.connection(), sessions);
          return question.run(session);
        });
  }

  /**
   * Where nothing can be written, or somebody else keeps some just now, they are sent with the
   * question: slower, and the same answer.
   */
  private void keep(Outlines asked) {
    try {
      sessions.writeUnlessTaken(
          KEEPING,
          session -> {
            set(session.connection(), TotalsSql.OF_LISTS);
            asked.keep(session.connection());
          });
    } catch (RuntimeException e) {
      System.getLogger(PostgisPlots.class.getName())
          .log(System.Logger.Level.INFO, "Outlines are not kept: " + e.getMessage());
    }
  }

  private SlotTotals all(Connection connection) throws SQLException {
    List<SlotTotals> totals = none(1);
    set(connection, TotalsSql.OF_LISTS);
    try (PreparedStatement all = prepare(connection, TotalsSql.ALL)) {
      all.setArray(1, connection.createArrayOf("bigint", datasets));
      addWhole(all, totals);
    }
    return totals.get(0);
  }

  private List<SlotTotals> within(Connection connection, Outlines asked, OptionalLong kept)
      throws SQLException {
    List<SlotTotals> totals = none(asked.metres().size());
    if (datasets.length == 0) {
      return totals;
    }
    set(connection, asked.isSimple() ? TotalsSql.OF_ONE : TotalsSql.OF_LISTS);
    String source =
        kept.isPresent() ? TotalsSql.KEPT : asked.isSimple() ? TotalsSql.SIMPLE : TotalsSql.GIVEN;
    try (PreparedStatement whole = prepare(connection, source + TotalsSql.WHOLE)) {
      bind(whole, asked, kept);
      addWhole(whole, totals);
    }
    CutPlots cut = new CutPlots(asked.metres(), slotNumbers, sharing);
    try (PreparedStatement select = prepare(connection, source + TotalsSql.CUT)) {
      bind(select, asked, kept);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          cut.add(rows, totals);
        }
      }
    }
    return totals;
  }

  private void bind(PreparedStatement statement, Outlines asked, OptionalLong kept)
      throws SQLException {
    Connection connection = statement.getConnection();
    int parameter = 1;
    if (kept.isPresent()) {
      statement.setLong(parameter++, kept.getAsLong());
      statement.setLong(parameter++, kept.getAsLong());
      statement.setLong(parameter++, kept.getAsLong());
    } else if (asked.isSimple()) {
      statement.setBytes(parameter++, asked.wkb().get(0));
    } else {
      statement.setArray(
          parameter++, connection.createArrayOf("bytea", asked.wkb().toArray(byte[][]::new)));
    }
    statement.setArray(parameter, connection.createArrayOf("bigint", datasets));
  }

  private static void set(Connection connection, int workersCost) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TotalsSql.settings(workersCost, PATIENCE.toMillis()));
    }
  }

  /**
   * Planned anew each time: what is asked decides how. All rows at once, since PostgreSQL works in
   * parallel only then.
   */
  private static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    return statement;
  }

  private void addWhole(PreparedStatement select, List<SlotTotals> totals) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        totals
            .get(rows.getInt(1) - 1)
            .addWhole(
                slotNumbers.get(new PlotSlot(rows.getString(2), rows.getInt(3))),
                rows.getLong(4),
                rows.getBigDecimal(5).longValueExact(),
                rows.getBigDecimal(6).longValueExact());
      }
    }
  }

  private List<SlotTotals> none(int places) {
    List<SlotTotals> none = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      none.add(SlotTotals.zero(slots.size()));
    }
    return none;
  }
}
