package org.yunga.core.aggregate;

/**
 * Distance along a Hilbert curve of order 16, so that neighbours in a list are near on the ground.
 */
final class HilbertCurve {

  /** Largest coordinate on the curve's grid. */
  static final int MAX = 0xFFFF;

  private HilbertCurve() {}

  /**
   * The place of a grid cell on the curve, as an unsigned 32-bit number.
   *
   * <p>Algorithm: github.com/rawrunprotected/hilbert_curves (public domain), as in flatbush.
   *
   * @param x column, 0 to {@link #MAX}
   * @param y row, 0 to {@link #MAX}
   */
  static long distance(int x, int y) {
    int a = x ^ y;
    int b = MAX ^ a;
    int c = MAX ^ (x | y);
    int d = x & (y ^ MAX);

    int aa = a | (b >> 1);
    int bb = (a >> 1) ^ a;
    int cc = ((c >> 1) ^ (b & (d >> 1))) ^ c;
    int dd = ((a & (c >> 1)) ^ (d >> 1)) ^ d;

    a = aa;
    b = bb;
    c = cc;
    d = dd;
    aa = (a & (a >> 2)) ^ (b & (b >> 2));
    bb = (a & (b >> 2)) ^ (b & ((a ^ b) >> 2));
    cc ^= (a & (c >> 2)) ^ (b & (d >> 2));
    dd ^= (b & (c >> 2)) ^ ((a ^ b) & (d >> 2));

    a = aa;
    b = bb;
    c = cc;
    d = dd;
    aa = (a & (a >> 4)) ^ (b & (b >> 4));
    bb = (a & (b >> 4)) ^ (b & ((a ^ b) >> 4));
    cc ^= (a & (c >> 4)) ^ (b & (d >> 4));
    dd ^= (b & (c >> 4)) ^ ((a ^ b) & (d >> 4));

    a = aa;
    b = bb;
    c = cc;
    d = dd;
    cc ^= (a & (c >> 8)) ^ (b & (d >> 8));
    dd ^= (b & (c >> 8)) ^ ((a ^ b) & (d >> 8));

    a = cc ^ (cc >> 1);
    b = dd ^ (dd >> 1);

    int low = x ^ y;
    int high = b | (MAX ^ (low | a));
    return (spread(high) << 1 | spread(low)) & 0xFFFFFFFFL;
  }

  /** Puts a zero before each of 16 bits. */
  private static long spread(int bits) {
    long i = bits;
    i = (i | (i << 8)) & 0x00FF00FF;
    i = (i | (i << 4)) & 0x0F0F0F0F;
    i = (i | (i << 2)) & 0x33333333;
    return (i | (i << 1)) & 0x55555555;
  }
}
