package org.yunga.web.api;

/** How much one request may ask for; told at {@code /api/v1/limits}. */
public final class Limits {

  /** Corners of all polygons of a request together. */
  static final int VERTICES = 100_000;

  /** The same where a buffer is made round them, which costs more. */
  static final int BUFFER_VERTICES = 20_000;

  /** Parts (points, lines, polygons) of all that a buffer is made round. */
  static final int BUFFER_PARTS = 2_000;

  /** Corners of all polygons and regions that are made one. */
  static final int UNION_VERTICES = 200_000;

  /** Corners of all outlines of a request that need repair: a tangle of them takes seconds. */
  static final int REPAIRED_VERTICES = 500;

  /** Pairs of edges of one outline that have to be compared; common outlines have some ten each. */
  static final long EDGE_PAIRS = 2_000_000;

  /** Outlines with fewer corners cannot have more pairs than that. */
  static final int EDGE_PAIRS_FROM = 2_000;

  /** How long a large question may take, seconds. */
  static final int LARGE_SECONDS = 20;

  /** Large questions worked on at once: half of the processors stay for all others. */
  static final int LARGE_AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** Large questions that may wait for these. */
  static final int LARGE_WAITING = 8;

  /** How long each waits, milliseconds. */
  static final int LARGE_WAIT_MILLIS = 5_000;

  /** A body beyond this makes a question a large one, bytes. */
  static final int LARGE_BODY = 256 << 10;

  /** Polygons, or regions, in one request. */
  static final int POLYGONS = 50;

  /** Bytes of a request's body. */
  public static final int BODY_BYTES = 8 << 20;

  /** Bytes beyond that which are read and thrown away, so that a refusal arrives. */
  static final int DRAINED_BYTES = 8 * BODY_BYTES;

  private Limits() {}
}
