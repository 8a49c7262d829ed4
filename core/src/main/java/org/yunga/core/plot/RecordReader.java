package org.yunga.core.plot;

/** Walks over the records of a block, in the form that {@link PlotEncoder} tells. */
final class RecordReader {

  private final ByteReader in;
  private int slot;
  private int number;
  private long size;
  private long value;
  private boolean multi;
  private int rings;

  /** Twice the vertices of each ring, plus one for a hole. */
  private int[] shape = new int[8];

  private long longitude;
  private long latitude;

  RecordReader(byte... bytes) {
    in = new ByteReader(bytes);
  }

  /** Goes on to the next record; all of the one before must have been read. */
  boolean next() {
    if (!in.hasMore()) {
      return false;
    }
    slot = in.count();
    number = in.count();
    size = in.unsigned();
    value = in.unsigned() - 1;
    shape();
    longitude = 0;
    latitude = 0;
    return true;
  }

  private void shape() {
    int head = in.count();
    if ((head & 1) == 0) {
      multi = false;
      rings = 1;
      shape[0] = head;
      return;
    }
    multi = (head >> 1 & 1) == 1;
    rings = head >> 2;
    if (rings > shape.length) {
      shape = new int[rings];
    }
    for (int ring = 0; ring < rings; ring++) {
      shape[ring] = in.count();
    }
  }

  int slot() {
    return slot;
  }

  int number() {
    return number;
  }

  long size() {
    return size;
  }

  /** Fixed-point value; -1 without one. */
  long value() {
    return value;
  }

  boolean multi() {
    return multi;
  }

  int rings() {
    return rings;
  }

  int vertices(int ring) {
    return shape[ring] >> 1;
  }

  boolean hole(int ring) {
    return (shape[ring] & 1) == 1;
  }

  void nextVertex() {
    longitude += in.signed();
    latitude += in.signed();
  }

  /** Of the last vertex, in steps of the grid. */
  long longitude() {
    return longitude;
  }

  long latitude() {
    return latitude;
  }

  /** An ordinate of the interior point; x comes first. */
  double inside(double ofFirstVertex) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(ofFirstVertex) + in.signed());
  }

  /** Passes over the vertices and the interior point of the record. */
  void skipShape() {
    for (int ring = 0; ring < rings; ring++) {
      for (int i = 0; i < vertices(ring); i++) {
        nextVertex();
      }
    }
    in.signed();
    in.signed();
  }

  int position() {
    return in.position();
  }

  void position(int position) {
    in.position(position);
  }
}
