package org.yunga.geodata.format.support;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.yunga.geodata.table.FileExceptions;

/** A stream that ends in an explanation when it is longer than any honest one. */
public final class LimitedInputStream extends FilterInputStream {

  private final long limit;
  private final String file;
  private final String place;
  private long count;

  /**
   * @param limit the most bytes
   * @param file and place for the message
   */
  public LimitedInputStream(InputStream in, long limit, String file, String place) {
    super(in);
    this.limit = limit;
    this.file = file;
    this.place = place;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    counted(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    counted(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    counted(skipped);
    return skipped;
  }

  private void counted(long bytes) {
    count += bytes;
    if (count > limit) {
      throw FileExceptions.tooLarge(file, place, count, limit);
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
