package org.yunga.core.store.geopackage;

import java.nio.file.Path;
import java.sql.Connection;
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

  static void write(Connection connection, long pack, PlotPack.Blocks blocks) throws SQLException {
    String sql =
        "INSERT INTO plot_block (pack, position, plots, rings, vertices, checksum, records)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      Writer writer = new Writer(insert, pack);
      blocks.forEach(writer);
      if (writer.failure != null) {
        throw writer.failure;
      }
    }
  }

  /** Keeps the first failure, since a consumer may not throw it. */
  private static final class Writer implements Consumer<PlotBlock> {
    private final PreparedStatement insert;
    private final long pack;
    private int position;
    private SQLException failure;

    Writer(PreparedStatement insert, long pack) {
      this.insert = insert;
      this.pack = pack;
    }

    @Override
    public void accept(PlotBlock block) {
      if (failure != null) {
        return;
      }
      try {
        insert.setLong(1, pack);
        insert.setInt(2, position);
        insert.setInt(3, block.counts().plots());
        insert.setInt(4, block.counts().rings());
        insert.setInt(5, block.counts().vertices());
        insert.setLong(6, Checksum.of(pack, position, block.counts(), block.bytes()));
        insert.setBytes(7, block.bytes());
        insert.executeUpdate();
        position++;
      } catch (SQLException e) {
        failure = e;
      }
    }
  }

  /** Hands out the blocks of a pack; fails at one that is damaged or missing. */
  static void forEach(
      Connection connection, Path file, PlotPackTable.Row pack, Consumer<PlotBlock> consumer)
      throws SQLException {
    String sql =
        "SELECT plots, rings, vertices, checksum, records FROM plot_block WHERE pack = ?"
            + " ORDER BY position";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, pack.number());
      PlotCounts read = PlotCounts.NONE;
      try (ResultSet rows = select.executeQuery()) {
        for (int position = 0; rows.next(); position++) {
          PlotCounts counts = PlotPackTable.counts(rows);
          byte[] records = rows.getBytes("records");
          if (Checksum.of(pack.number(), position, counts, records) != rows.getLong("checksum")) {
            throw damaged(file, pack, "plot_block " + position);
          }
          read = read.plus(counts);
          consumer.accept(new PlotBlock(counts, records));
        }
      }
      if (!read.equals(pack.counts())) {
        throw damaged(file, pack, read.plots() + " / " + pack.counts().plots());
      }
    }
  }

  private static RuntimeException damaged(Path file, PlotPackTable.Row pack, String where) {
    return StoreExceptions.damagedPlots(file, pack.dataset(), where);
  }
}
