package org.yunga.geodata.format.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/**
 * The pages of one column of a group of rows, packed in memory as they fill up.
 *
 * <p>Whether a row has a value is told as runs, each a count and a 0 or 1 (encoding RLE of one
 * bit).
 */
final class ColumnPages {

  /** Readers take a page whole; about a megabyte is what most writers make. */
  private static final int PAGE_BYTES = 1 << 20;

  private static final int PAGE_ROWS = 20_000;

  private final List<String> path;
  private final Type type;
  private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
  private long plainBytes;
  private long rows;

  private PlainValues values;
  private ByteArrayOutputStream presence = new ByteArrayOutputStream();
  private int pageRows;
  private int run;
  private boolean runPresent;

  private long nulls;
  private Object least;
  private Object most;

  ColumnPages(List<String> path, Type type) {
    this.path = path;
    this.type = type;
    this.values = new PlainValues(type);
  }

  /**
   * Adds a row.
   *
   * @param value null where there is none
   */
  void add(Object value) throws IOException {
    boolean present = value != null;
    if (run > 0 && present != runPresent) {
      endRun();
    }
    runPresent = present;
    run++;
    pageRows++;
    if (present) {
      values.add(value);
      remember(value);
    } else {
      nulls++;
    }
    if (pageRows == PAGE_ROWS || values.size() >= PAGE_BYTES) {
      endPage();
    }
  }

  @SuppressWarnings("unchecked")
  private void remember(Object value) {
    if (value instanceof Number && value instanceof Comparable) {
      Comparable<Object> number = (Comparable<Object>) value;
      least = least == null || number.compareTo(least) < 0 ? value : least;
      most = most == null || number.compareTo(most) > 0 ? value : most;
    }
  }

  private void endRun() {
    for (int rest = run << 1; ; rest >>>= 7) {
      if (rest < 0x80) {
        presence.write(rest);
        break;
      }
      presence.write(rest & 0x7f | 0x80);
    }
    presence.write(runPresent ? 1 : 0);
    run = 0;
  }

  private void endPage() throws IOException {
    if (pageRows == 0) {
      return;
    }
    endRun();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    plain.write(PlainValues.littleEndian(presence.size()));
    presence.writeTo(plain);
    plain.write(values.toBytes());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      plain.writeTo(gzip);
    }
    PageHeader head = new PageHeader(PageType.DATA_PAGE, plain.size(), packed.size());
    head.setData_page_header(
        new DataPageHeader(pageRows, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    int before = pages.size();
    Util.writePageHeader(head, pages);
    plainBytes += pages.size() - before + plain.size();
    packed.writeTo(pages);
    rows += pageRows;
    pageRows = 0;
    presence = new ByteArrayOutputStream();
    values = new PlainValues(type);
  }

  /** Bytes in memory. */
  long size() {
    return pages.size() + (long) values.size();
  }

  /**
   * Writes all pages.
   *
   * @param at where the stream stands
   */
  ColumnChunk writeTo(OutputStream out, long at) throws IOException {
    endPage();
    pages.writeTo(out);
    ColumnMetaData metadata =
        new ColumnMetaData(
            type,
            List.of(Encoding.RLE, Encoding.PLAIN),
            path,
            CompressionCodec.GZIP,
            rows,
            plainBytes,
            pages.size(),
            at);
    Statistics statistics = new Statistics();
    statistics.setNull_count(nulls);
    if (least != null) {
      // zeros of both signs are equal, and a reader may look for either
      statistics.setMin_value(PlainValues.littleEndian(least.equals(0.0) ? -0.0 : least));
      statistics.setMax_value(PlainValues.littleEndian(most.equals(-0.0) ? 0.0 : most));
    }
    metadata.setStatistics(statistics);
    ColumnChunk chunk = new ColumnChunk(at);
    chunk.setMeta_data(metadata);
    return chunk;
  }

  long bytesWritten() {
    return pages.size();
  }
}
