package org.yunga.core.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.yunga.core.aggregate.PlotCounts;
import org.yunga.core.plot.PlotBlock;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.store.StoreExceptions;

/** Reads and writes blocks of packed plots, one after another. */
final class PlotBlockTable {

  private PlotBlockTable() {}

  static void write(Session session, long pack, PlotPack.Blocks blocks) throws SQLException {
    String columns = "pack, position, plots, rings, vertices, checksum, records";
    try (NewRows rows = session.dialect().insert(session.connection(), "plot_block", columns)) {
      Writer writer = new Writer(rows, pack);
      blocks.forEach(writer);
      if (writer.failure != null) {
        throw writer.failure;
      }
      rows.done();
    }
  }

  /** Keeps the first failure, since a consumer may not throw it. */
  private static final class Writer implements Consumer<PlotBlock> {
    private final NewRows rows;
    private final long pack;
    private int position;
    private SQLException failure;

    Writer(NewRows rows, long pack) {
      this.rows = rows;
      this.pack = pack;
    }

    @Override
    public void accept(PlotBlock block) {
      if (failure != null) {
        return;
      }
      try {
        rows.add(
            pack,
            position,
            block.counts().plots(),
            block.counts().rings(),
            block.counts().vertices(),
            Checksum.of(pack, position, block.counts(), block.bytes()),
            block.bytes());
        position++;
      } catch (SQLException e) {
        failure = e;
      }
    }
  }

  /** Hands out the blocks of a pack; fails at one that is damaged or missing. */
  static void forEach(Session session, PlotPackTable.Row pack, Consumer<PlotBlock> consumer)
      throws SQLException {
    String sql =
        "SELECT plots, rings, vertices, checksum, records FROM plot_block WHERE pack = ?"
            + " ORDER BY position";
    try (PreparedStatement select = session.dialect().large(session.connection(), sql)) {
      select.setLong(1, pack.number());
      PlotCounts read = PlotCounts.NONE;
      try (ResultSet rows = select.executeQuery()) {
        for (int position = 0; rows.next(); position++) {
          PlotCounts counts = PlotPackTable.counts(rows);
          byte[] records = rows.getBytes("records");
          if (Checksum.of(pack.number(), position, counts, records) != rows.getLong("checksum")) {
            throw damaged(session, pack, "plot_block " + position);
          }
          read = read.plus(counts);
          consumer.accept(new PlotBlock(counts, records));
        }
      }
      if (!read.equals(pack.counts())) {
        throw damaged(session, pack, read.plots() + " / " + pack.counts().plots());
      }
    }
  }

  private static RuntimeException damaged(Session session, PlotPackTable.Row pack, String where) {
    return StoreExceptions.damagedPlots(session.dialect().place(), pack.dataset(), where);
  }
}
