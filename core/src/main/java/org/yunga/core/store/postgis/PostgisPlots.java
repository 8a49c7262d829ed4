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
import org.yunga.core.store.sql.Sessions;
import org.yunga.core.store.sql.Sql;
import org.yunga.core.text.ExplainedException;

/** Totals of plots in SQL; see {@link TotalsSql}. */
final class PostgisPlots implements StoredPlots {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Sessions sessions;
  private final Long[] datasets;
  private final List<PlotSlot> slots;
  private final Map<PlotSlot, Integer> slotNumbers = new HashMap<>();
  private final List<Sharing> sharing;
  private final long size;

  /** Of a dataset: number, slots, plots. */
  private record Brought(long dataset, List<PlotSlot> slots, long plots) {}

  private PostgisPlots(Sessions sessions, List<Brought> brought, List<PlotKind> kinds) {
    this.sessions = sessions;
    datasets = brought.stream().map(Brought::dataset).distinct().toArray(Long[]::new);
    TreeSet<PlotSlot> all = new TreeSet<>();
    brought.forEach(one -> all.addAll(one.slots()));
    slots = List.copyOf(all);
    slots.forEach(slot -> slotNumbers.put(slot, slotNumbers.size()));
    sharing = slots.stream().map(slot -> sharing(slot, kinds)).toList();
    size = brought.stream().mapToLong(Brought::plots).sum();
  }

  static PostgisPlots of(Sessions sessions, long release, List<PlotKind> kinds) {
    List<Brought> brought =
        sessions.read(
            session ->
                Sql.query(
                    session.connection(),
                    "SELECT dataset, slots, plots FROM plot_pack WHERE dataset IN"
                        + " (SELECT dataset FROM release_dataset WHERE release = ?)"
                        + " ORDER BY dataset",
                    row ->
                        new Brought(
                            row.getLong(1), PlotPackTable.slots(row.getString(2)), row.getLong(3)),
                    release));
    return new PostgisPlots(sessions, brought, kinds);
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
    List<SlotTotals> totals = none(1);
    sessions.read(
        session -> {
          set(session.connection(), TotalsSql.OF_LISTS);
          try (PreparedStatement all = prepare(session.connection(), TotalsSql.ALL)) {
            all.setArray(1, session.connection().createArrayOf("bigint", datasets));
            addWhole(all, totals);
          }
          return null;
        });
    return totals.get(0);
  }

  @Override
  public SlotTotals within(Geometry metres) {
    return totals(Outlines.of(List.of(metres)), false).get(0);
  }

  @Override
  public RegionTotals byRegion(List<Geometry> metres, boolean disjoint) {
    List<SlotTotals> rows = totals(Outlines.of(metres), true);
    return disjoint
        ? RegionTotals.disjoint(rows, totals())
        : new RegionTotals(rows, Optional.empty());
  }

  private List<SlotTotals> totals(Outlines asked, boolean keep) {
    List<SlotTotals> totals = none(asked.metres().size());
    if (datasets.length == 0 || totals.isEmpty()) {
      return totals;
    }
    if (keep && sessions.read(session -> asked.find(session.connection())).isEmpty()) {
      keep(asked);
    }
    sessions.read(
        session -> {
          ask(session.connection(), asked, keep, totals);
          return null;
        });
    return totals;
  }

  /** Where nothing can be written they are sent with each question: slower, and the same answer. */
  private void keep(Outlines asked) {
    try {
      sessions.write(
          session -> {
            asked.keep(session.connection());
            return null;
          });
    } catch (ExplainedException e) {
      System.getLogger(PostgisPlots.class.getName())
          .log(System.Logger.Level.INFO, "Outlines are not kept: " + e.getMessage());
    }
  }

  private void ask(Connection connection, Outlines asked, boolean keep, List<SlotTotals> totals)
      throws SQLException {
    set(connection, asked.isSimple() ? TotalsSql.OF_ONE : TotalsSql.OF_LISTS);
    OptionalLong kept = keep ? asked.find(connection) : OptionalLong.empty();
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
