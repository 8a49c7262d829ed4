package org.yunga.geodata.format.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.yunga.geodata.format.support.Notices;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;

/** Typed rows of a sheet. */
public final class SheetReader implements TableReader {

  private final Sheet sheet;
  private final Notices notices;
  private final SheetScan.Result learned;
  private final Sheet.Rows rows;
  private final Runnable atEnd;
  private RawRow next;

  /**
   * Learns what the columns are, and begins to read.
   *
   * @param notices of the format; those of the columns are added
   * @param atEnd lets go of the file
   */
  public SheetReader(Sheet sheet, Notices notices, Runnable atEnd) {
    this.sheet = sheet;
    this.notices = notices;
    this.atEnd = atEnd;
    try {
      this.learned = new SheetScan(sheet, notices).scan();
      this.rows = sheet.open();
    } catch (RuntimeException e) {
      atEnd.run();
      throw e;
    }
  }

  @Override
  public Table table() {
    return learned.table();
  }

  /** Texts of the rows above the head, one for each row: they often say what the table is about. */
  public List<String> titles() {
    return learned.titles();
  }

  @Override
  public List<Notice> notices() {
    return notices.all();
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      RawRow row = rows.next();
      if (row == null) {
        return false;
      }
      next = row.number() >= learned.firstData() && row.filled() > 0 ? row : null;
    }
    return true;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RawRow row = next;
    next = null;
    List<RowFlaw> flaws = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (ColumnPlan plan : learned.plans()) {
      Object cell = row.cell(plan.index());
      values.add(
          cell == null
              ? null
              : plan.value(cell, sheet.place(row.number(), plan.index() + 1), flaws));
    }
    Optional<Geometry> geometry = learned.place().geometry(row, sheet, flaws);
    return new Row(row.number(), geometry, Collections.unmodifiableList(values), flaws);
  }

  @Override
  public void close() {
    try {
      rows.close();
    } finally {
      atEnd.run();
    }
  }
}
