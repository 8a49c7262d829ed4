package org.yunga.web.api;

/** How much one request may ask for; told at {@code /api/v1/limits}. */
public final class Limits {

  /** Corners of all polygons of a request together. */
  static final int VERTICES = 100_000;

  /** The same where a buffer is made round them, which costs more. */
  static final int BUFFER_VERTICES = 20_000;

  /** Polygons, or regions, in one request. */
  static final int POLYGONS = 50;

  /** Bytes of a request's body. */
  public static final int BODY_BYTES = 8 << 20;

  /** Bytes beyond that which are read and thrown away, so that a refusal arrives. */
  static final int DRAINED_BYTES = 8 * BODY_BYTES;

  private Limits() {}
}
