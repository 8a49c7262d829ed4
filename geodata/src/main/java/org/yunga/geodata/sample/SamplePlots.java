package org.yunga.geodata.sample;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotSource;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.Ubigeo;

/**
 * Made-up plots, gathered round made-up hamlets in Peru's production zones. Plot i depends on the
 * seed and on i only, so that fewer plots are the beginning of more.
 *
 * <p>Sizes are log-normal with a median of {@value #MEDIAN_HECTARES} ha; six in ten are coca
 * fields, two eradicated fields, one a titled parcel, one a reforested lot; later years have a few
 * more.
 */
public final class SamplePlots implements PlotSource {

  /** Years that plots are of. */
  public static final int FIRST_YEAR = 2010;

  public static final int LAST_YEAR = 2024;

  static final double MEDIAN_HECTARES = 0.35;
  static final double LEAST_HECTARES = 0.05;
  static final double MOST_HECTARES = 5;

  /** Spread of the logarithm of sizes. */
  private static final double SIZE_SPREAD = 0.75;

  private static final String TITLED = "titled_parcel";
  private static final String REFORESTED = "reforested_lot";

  /** Seedlings a hectare: from 625 (4 m by 4 m) to 1,111 (3 m by 3 m). */
  private static final int LEAST_SEEDLINGS = 625;

  private static final int MORE_SEEDLINGS = 487;

  /** One in ten each. */
  private static final String[] KINDS = {
    "coca_field",
    "coca_field",
    "coca_field",
    "coca_field",
    "coca_field",
    "coca_field",
    "eradicated_field",
    "eradicated_field",
    TITLED,
    REFORESTED
  };

  /** Below 1, so that later years have more. */
  private static final double YEAR_EXPONENT = 0.8;

  private final int count;
  private final long seed;
  private final PreparedGeometry country;
  private final Hamlets hamlets;

  private SamplePlots(int count, long seed, Geometry country, Hamlets hamlets) {
    this.count = count;
    this.seed = seed;
    this.country = PreparedGeometryFactory.prepare(country);
    this.hamlets = hamlets;
  }

  /** Plots over the zones and within the country of the reference data. */
  static SamplePlots of(Delivery reference, int count, long seed) {
    Geometry country =
        reference.regions().stream()
            .filter(region -> region.code().equals(Ubigeo.COUNTRY))
            .map(Region::place)
            .map(place -> ((Place.Boundary) place).geometry())
            .findFirst()
            .orElseThrow();
    return new SamplePlots(count, seed, country, Hamlets.make(Valley.of(reference), country, seed));
  }

  @Override
  public void forEach(Consumer<Plot> consumer) {
    for (int i = 0; i < count; i++) {
      consumer.accept(plot(i));
    }
  }

  /** Plot i, as it always is for this seed. */
  Plot plot(int i) {
    Chance chance = Chance.of(seed, i);
    Hamlets.Hamlet hamlet = hamlets.pick(chance);
    String kind = KINDS[chance.below(KINDS.length)];
    double late = StrictMath.pow(chance.fraction(), YEAR_EXPONENT);
    int year = Math.min(LAST_YEAR, FIRST_YEAR + (int) (late * (LAST_YEAR - FIRST_YEAR + 1)));
    double size = MEDIAN_HECTARES * StrictMath.exp(SIZE_SPREAD * chance.gauss());
    double hectares = Math.min(MOST_HECTARES, Math.max(LEAST_HECTARES, size));
    Polygon outline;
    do {
      outline = Outline.star(hamlet.near(chance), hectares, chance);
    } while (!country.covers(outline));
    return new Plot(kind, year, outline, value(kind, hectares, chance));
  }

  /** Families of a title, mostly one; seedlings of a lot, some hundreds a hectare. */
  private static OptionalDouble value(String kind, double hectares, Chance chance) {
    return switch (kind) {
      case TITLED -> OptionalDouble.of(chance.below(10) == 0 ? 2 : 1);
      case REFORESTED ->
          OptionalDouble.of(Math.rint(hectares * (LEAST_SEEDLINGS + chance.below(MORE_SEEDLINGS))));
      default -> OptionalDouble.empty();
    };
  }
}
