package org.yunga.core.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yunga.core.aggregate.PlotCounts;
import org.yunga.core.plot.PlotForm;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.plot.PlotSums;
import org.yunga.core.store.StoreExceptions;

/** Reads and writes what there is to know of packs besides their blocks. */
public final class PlotPackTable {

  private PlotPackTable() {}

  /**
   * A pack.
   *
   * @param number that its blocks refer to
   * @param dataset id of the dataset
   */
  record Row(
      long number,
      String dataset,
      PlotForm form,
      List<PlotSlot> slots,
      PlotCounts counts,
      boolean valued) {

    PlotPack pack(PlotPack.Blocks blocks) {
      return new PlotPack(form, slots, counts, valued, blocks);
    }

    private static Row of(ResultSet row, Session session, String dataset) throws SQLException {
      String slots = row.getString("slots");
      PlotCounts counts = PlotPackTable.counts(row);
      boolean valued = row.getBoolean("valued");
      String form = row.getString("form");
      if (Checksum.of(form, slots, counts, valued) != row.getLong("checksum")) {
        throw StoreExceptions.damagedPlots(
            session.dialect().place(), dataset, "plot_pack " + row.getLong("number"));
      }
      return new Row(
          row.getLong("number"),
          dataset,
          Sql.constant(PlotForm.class, form),
          PlotPackTable.slots(slots),
          counts,
          valued);
    }
  }

  static PlotCounts counts(ResultSet row) throws SQLException {
    return new PlotCounts(row.getInt("plots"), row.getInt("rings"), row.getInt("vertices"));
  }

  /** Adds the packs of a dataset. The caller holds the transaction. */
  public static void write(Session session, long dataset, List<PlotPack> packs)
      throws SQLException {
    for (PlotPack pack : packs) {
      String form = Sql.text(pack.form());
      String slots = text(pack.slots());
      PlotCounts counts = pack.counts();
      long number =
          Sql.insert(
              session.connection(),
              "INSERT INTO plot_pack (dataset, form, slots, plots, rings, vertices, valued,"
                  + " checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING number",
              dataset,
              form,
              slots,
              counts.plots(),
              counts.rings(),
              counts.vertices(),
              pack.valued() ? 1 : 0,
              Checksum.of(form, slots, counts, pack.valued()));
      PlotBlockTable.write(session, number, pack.blocks());
    }
  }

  /** Packs of a dataset by its id; their blocks are read when they are asked for. */
  public static List<PlotPack> packs(Reading from, String dataset) {
    return from.read(session -> read(session, dataset)).stream()
        .map(
            row ->
                row.pack(
                    consumer ->
                        from.read(
                            session -> {
                              PlotBlockTable.forEach(session, row, consumer);
                              return null;
                            })))
        .toList();
  }

  private static List<Row> read(Session session, String dataset) throws SQLException {
    return Sql.query(
        session.connection(),
        "SELECT plot_pack.* FROM plot_pack JOIN dataset ON dataset.number = plot_pack.dataset"
            + " WHERE dataset.id = ? ORDER BY plot_pack.number",
        row -> Row.of(row, session, dataset),
        dataset);
  }

  /**
   * Fails when plots of a release do not fit together: when they are not of the form that the
   * catalogue says of their kind, or are more than a sum can hold.
   */
  static void check(Session session, long release, List<PlotKind> kinds) throws SQLException {
    String sql =
        "SELECT plot_pack.*, dataset.id AS dataset_id FROM plot_pack"
            + " JOIN dataset ON dataset.number = plot_pack.dataset"
            + " JOIN release_dataset ON release_dataset.dataset = dataset.number"
            + " WHERE release_dataset.release = ? ORDER BY plot_pack.number";
    List<Row> packs =
        Sql.query(
            session.connection(),
            sql,
            row -> Row.of(row, session, row.getString("dataset_id")),
            release);
    checkForms(packs, kinds);
    checkSums(session, packs);
  }

  /** Of one pack alone sums fit, or it would not have been packed. */
  private static void checkSums(Session session, List<Row> packs) throws SQLException {
    Map<PlotSlot, Integer> holders = new HashMap<>();
    packs.forEach(pack -> pack.slots().forEach(slot -> holders.merge(slot, 1, Integer::sum)));
    holders.values().removeIf(packsOfSlot -> packsOfSlot == 1);
    PlotSums sums = new PlotSums();
    for (Row pack : packs) {
      if (pack.slots().stream().anyMatch(holders::containsKey)) {
        PlotBlockTable.forEach(session, pack, block -> sums.add(pack.slots(), block));
      }
    }
  }

  private static void checkForms(List<Row> packs, List<PlotKind> kinds) {
    for (PlotKind kind : kinds) {
      for (Row pack : packs) {
        if (pack.form() != kind.form()
            && pack.slots().stream().anyMatch(slot -> slot.kind().equals(kind.id()))) {
          throw StoreExceptions.otherForm(kind.id(), pack.form().plural(), kind.form().plural());
        }
      }
    }
  }

  /**
   * Ids of kinds are checked, so nothing needs quoting: {@code coca_field 2023,coca_field 2024}.
   */
  private static String text(List<PlotSlot> slots) {
    return slots.stream()
        .map(slot -> slot.kind() + " " + slot.year())
        .collect(Collectors.joining(","));
  }

  /** What {@code slots} says: {@code coca_field 2023,coca_field 2024}. */
  public static List<PlotSlot> slots(String text) {
    return Arrays.stream(text.split(","))
        .map(slot -> slot.split(" "))
        .map(words -> new PlotSlot(words[0], Integer.parseInt(words[1])))
        .toList();
  }
}
