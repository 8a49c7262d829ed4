package org.yunga.core.store.postgis;

/**
 * The questions for totals of plots in SQL.
 *
 * <p>What lies wholly inside is added up by the database, found through an index on boxes and a
 * prepared piece of the outline; it is most of the plots. Only what comes near a border is looked
 * at one by one, found through the boxes of short stretches of it, and clipped with a piece. Pieces
 * have some hundred vertices at most ({@code ST_Subdivide}).
 *
 * <p>Each question begins with one of the sources: {@code ground} (place, geom), {@code piece}
 * (number, place, geom) and {@code border} (piece, geom).
 */
final class TotalsSql {

  /** Vertices in a piece: few enough to be quick to clip with, enough to have few pieces. */
  static final int PIECE = 128;

  /** Cuts borders of {@code piece} into stretches of some kilometres. */
  static final String BORDERS =
      "SELECT number AS piece, ST_Subdivide(ST_Segmentize(ST_Boundary(geom), 2000), 8) AS geom";

  /** A list of outlines that was made ready; its number twice, thrice. */
  static final String KEPT =
      "WITH ground AS NOT MATERIALIZED (SELECT place, geom FROM outline WHERE list = ?),"
          + " piece AS NOT MATERIALIZED (SELECT number, place, geom FROM outline_piece"
          + " WHERE list = ?),"
          + " border AS NOT MATERIALIZED (SELECT piece, geom FROM outline_border WHERE list = ?)";

  /** One outline of few vertices as WKB: the planner sees it, and works in parallel. */
  static final String SIMPLE =
      "WITH ground AS NOT MATERIALIZED (SELECT 1::bigint AS place,"
          + " ST_GeomFromWKB(?, 54034) AS geom),"
          + " piece AS NOT MATERIALIZED (SELECT place AS number, place, geom FROM ground),"
          + " border AS MATERIALIZED ("
          + BORDERS
          + " FROM piece)";

  /** Any outlines, as an array of WKB. */
  static final String GIVEN =
      "WITH ground AS MATERIALIZED (SELECT place, ST_GeomFromWKB(wkb, 54034) AS geom"
          + " FROM unnest(?) WITH ORDINALITY AS given (wkb, place)),"
          + " piece AS MATERIALIZED (SELECT row_number() OVER () AS number, place, geom FROM"
          + " (SELECT place, ST_Subdivide(geom, "
          + PIECE
          + ") AS geom FROM ground) AS cut),"
          + " border AS MATERIALIZED ("
          + BORDERS
          + " FROM piece)";

  /** Sums of what lies wholly inside, and does not even touch a border. Takes the datasets. */
  static final String WHOLE =
      " SELECT piece.place, plot.kind, plot.year, count(*), sum(plot.size),"
          + " coalesce(sum(plot.value), 0)"
          + " FROM piece JOIN plot ON ST_ContainsProperly(piece.geom, plot.geom)"
          + " WHERE plot.dataset = ANY (?) GROUP BY 1, 2, 3";

  /**
   * All others that meet the ground, one by one: place, kind, year, size, value, what lies inside
   * (square metres or metres), whether the interior point lies inside (2), on the border (1) or
   * outside (0), the point where it lies on the border, and the line where it runs along the
   * border. Takes the datasets.
   *
   * <p>Distance instead of a test of touching: a stretch of a border that was cut lies a nanometre
   * off. Plots of several parts are looked at wherever they are: the border may pass between parts.
   * Lines are clipped with the whole ground, since they may run along the border of a piece.
   */
  static final String CUT =
      ", chosen AS NOT MATERIALIZED (SELECT * FROM plot WHERE dataset = ANY (?)),"
          + " near AS MATERIALIZED (SELECT DISTINCT ON (piece, dataset, number) * FROM ("
          + clipped(
              "border JOIN chosen ON ST_DWithin(border.geom, chosen.geom, 1e-6)"
                  + " JOIN piece ON piece.number = border.piece WHERE true")
          + " UNION ALL "
          + clipped(
              "piece JOIN chosen ON piece.geom && chosen.geom"
                  + " WHERE ST_NumGeometries(chosen.geom) > 1")
          + ") AS found ORDER BY piece, dataset, number),"
          + " met AS MATERIALIZED (SELECT place, min(kind) AS kind, min(year) AS year,"
          + " max(size) AS size, max(value) AS value, sum(part) AS part,"
          + " max(position) AS position, (array_agg(inside))[1] AS inside,"
          + " (array_agg(line))[1] AS line FROM near GROUP BY place, dataset, number)"
          + " SELECT met.place, met.kind, met.year, met.size, met.value,"
          + " CASE WHEN met.line IS NULL THEN met.part"
          + " ELSE ST_Length(ST_Intersection(ground.geom, met.line)) END,"
          + " CASE WHEN met.position = 1 AND ST_ContainsProperly(ground.geom, met.inside) THEN 2"
          + " ELSE met.position END,"
          + " CASE WHEN met.position = 1 THEN ST_AsBinary(met.inside) END,"
          + " CASE WHEN ST_Length(ST_Intersection(ST_Boundary(ground.geom), met.line)) > 0"
          + " THEN ST_AsBinary(met.line) END"
          + " FROM met JOIN ground ON ground.place = met.place";

  /** Plots clipped with pieces, by all workers, before doubles are taken out: these are few. */
  private static String clipped(String found) {
    return "SELECT piece.number AS piece, piece.place, chosen.dataset, chosen.number, chosen.kind,"
        + " chosen.year, chosen.size, chosen.value, chosen.inside,"
        + " CASE WHEN ST_Dimension(chosen.geom) = 2"
        + " THEN ST_Area(ST_Intersection(piece.geom, chosen.geom)) ELSE 0 END AS part,"
        + " CASE WHEN ST_ContainsProperly(piece.geom, chosen.inside) THEN 2"
        + " WHEN ST_Intersects(piece.geom, chosen.inside) THEN 1 ELSE 0 END AS position,"
        + " CASE WHEN ST_Dimension(chosen.geom) = 1 THEN chosen.geom END AS line FROM "
        + found
        + " AND NOT ST_ContainsProperly(piece.geom, chosen.geom)"
        + " AND ST_Intersects(piece.geom, chosen.geom)";
  }

  /** Totals of all plots. Takes the datasets. */
  static final String ALL =
      "SELECT 1::bigint, kind, year, count(*), sum(size), coalesce(sum(value), 0) FROM plot"
          + " WHERE dataset = ANY (?) GROUP BY kind, year";

  /**
   * What a question needs to be planned well. Beside the start of a worker (ten milliseconds)
   * PostgreSQL takes the test of a plot (some microseconds) for far dearer than it is.
   *
   * @param workersCost of starting workers, in the planner's unit: {@link #OF_LISTS} or {@link
   *     #OF_ONE}
   * @param millis after which it gives up
   */
  static String settings(int workersCost, long millis) {
    return "SET LOCAL jit = off; SET LOCAL work_mem = '64MB'; SET LOCAL parallel_setup_cost = "
        + workersCost
        + "; SET LOCAL statement_timeout = "
        + millis;
  }

  /** Lists of outlines meet most plots, though the planner expects few rows. */
  static final int OF_LISTS = 10;

  /** One outline: workers begin to pay from some four thousand plots on, each some 25 units. */
  static final int OF_ONE = 100_000;

  private TotalsSql() {}
}
