package org.yunga.core.space;

/**
 * Transverse Mercator of the WGS 84 ellipsoid about one meridian, with scale 1 on it: a frame in
 * which distances near that meridian are those on the ground. At x metres from it they are longer
 * by x²/2R²: 0.003 % at 50 km, 0.03 % at 150 km.
 *
 * <p>Krüger's series in the third flattening, to its fourth power, after C. F. F. Karney,
 * <i>Transverse Mercator with an accuracy of a few nanometers</i>, Journal of Geodesy 85 (2011),
 * equations 7 to 11, 35 and 36; geodetic from conformal latitude by the series of K. Kawase,
 * <i>Concise Derivation of Extensive Coordinate Conversion Formulae in the Gauss-Krüger
 * Projection</i>, Bulletin of GSI 60 (2013). Within 300 km of the meridian a few micrometres.
 */
public final class TransverseMercator {

  private static final double F = 1 / 298.257223563;
  private static final double E = Math.sqrt(F * (2 - F));
  private static final double N = F / (2 - F);
  private static final double N2 = N * N;
  private static final double N3 = N2 * N;
  private static final double N4 = N3 * N;

  /** Radius of the rectifying sphere. */
  private static final double RADIUS = 6378137.0 / (1 + N) * (1 + N2 / 4 + N4 / 64);

  private static final double[] ALPHA = {
    N / 2 - 2 * N2 / 3 + 5 * N3 / 16 + 41 * N4 / 180,
    13 * N2 / 48 - 3 * N3 / 5 + 557 * N4 / 1440,
    61 * N3 / 240 - 103 * N4 / 140,
    49561 * N4 / 161280
  };

  /** Of the way back, with their sign turned, so that one loop serves both ways. */
  private static final double[] MINUS_BETA = {
    -(N / 2 - 2 * N2 / 3 + 37 * N3 / 96 - N4 / 360),
    -(N2 / 48 + N3 / 15 - 437 * N4 / 1440),
    -(17 * N3 / 480 - 37 * N4 / 840),
    -(4397 * N4 / 161280)
  };

  private static final double[] DELTA = {
    2 * N - 2 * N2 / 3 - 2 * N3 + 116 * N4 / 45,
    7 * N2 / 3 - 8 * N3 / 5 - 227 * N4 / 45,
    56 * N3 / 15 - 136 * N4 / 35,
    4279 * N4 / 630
  };

  private final double meridian;

  /**
   * A frame.
   *
   * @param meridian its middle, degrees of longitude
   */
  public TransverseMercator(double meridian) {
    this.meridian = meridian;
  }

  /** Longitude and latitude in degrees become metres east and north, in place. */
  public void forward(double[] point) {
    double lambda = Math.toRadians(point[0] - meridian);
    double sinPhi = Math.sin(Math.toRadians(point[1]));
    // tangent of the conformal latitude
    double tau = sinPhi / Math.sqrt(1 - sinPhi * sinPhi);
    double sigma = Math.sinh(E * atanh(E * sinPhi));
    double conformal = tau * Math.sqrt(1 + sigma * sigma) - sigma * Math.sqrt(1 + tau * tau);
    double cosLambda = Math.cos(lambda);
    double xi = Math.atan2(conformal, cosLambda);
    double t = Math.sin(lambda) / Math.sqrt(conformal * conformal + cosLambda * cosLambda);
    point[0] = asinh(t);
    point[1] = xi;
    addSeries(point, ALPHA);
    point[0] *= RADIUS;
    point[1] *= RADIUS;
  }

  /** Metres east and north become longitude and latitude in degrees, in place. */
  public void inverse(double[] point) {
    point[0] /= RADIUS;
    point[1] /= RADIUS;
    addSeries(point, MINUS_BETA);
    double sinhEta = Math.sinh(point[0]);
    double cosXi = Math.cos(point[1]);
    double chi = Math.asin(Math.sin(point[1]) / Math.sqrt(1 + sinhEta * sinhEta));
    point[0] = meridian + Math.toDegrees(Math.atan2(sinhEta, cosXi));
    point[1] = Math.toDegrees(chi + sineSeries(chi, DELTA));
  }

  /** Adds the sums of c sin(2jξ) cosh(2jη) to ξ and of c cos(2jξ) sinh(2jη) to η. */
  private static void addSeries(double[] etaXi, double[] c) {
    double sin = Math.sin(2 * etaXi[1]);
    double cos = Math.cos(2 * etaXi[1]);
    double sinh = Math.sinh(2 * etaXi[0]);
    double cosh = Math.sqrt(1 + sinh * sinh);
    // by the addition theorems from one multiple of the angles to the next
    double s = sin;
    double co = cos;
    double sh = sinh;
    double ch = cosh;
    double eta = 0;
    double xi = 0;
    for (double coefficient : c) {
      xi += coefficient * s * ch;
      eta += coefficient * co * sh;
      double nextS = s * cos + co * sin;
      co = co * cos - s * sin;
      s = nextS;
      double nextSh = sh * cosh + ch * sinh;
      ch = ch * cosh + sh * sinh;
      sh = nextSh;
    }
    etaXi[0] += eta;
    etaXi[1] += xi;
  }

  private static double sineSeries(double angle, double[] c) {
    double sin = Math.sin(2 * angle);
    double cos = Math.cos(2 * angle);
    // Clenshaw
    double after = 0;
    double here = 0;
    for (int j = c.length - 1; j >= 0; j--) {
      double next = 2 * cos * here - after + c[j];
      after = here;
      here = next;
    }
    return here * sin;
  }

  private static double atanh(double x) {
    return (Math.log1p(x) - Math.log1p(-x)) / 2;
  }

  private static double asinh(double x) {
    double magnitude = Math.abs(x);
    double log = Math.log1p(magnitude + magnitude * magnitude / (1 + Math.sqrt(1 + x * x)));
    return Math.copySign(log, x);
  }
}
