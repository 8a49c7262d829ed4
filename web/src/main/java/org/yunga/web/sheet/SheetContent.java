package org.yunga.web.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * All that stands on a sheet, in words and ready to be drawn.
 *
 * @param language es or en
 * @param title the sentence of the map
 * @param unit what its numbers are in
 * @param warning what must not be overlooked, such as that the data are made up
 * @param extent the ground to show, degrees
 * @param background outlines that give bearings, where the areas alone would not
 * @param areas the regions, in the order in which they are drawn
 * @param legend what the colours and patterns mean
 * @param legendNote what the size of circles means, where there are any
 * @param table what the listing says, largest first
 * @param notes sources, terms, breaks: each a paragraph
 * @param imprint release and date
 * @param published when the release was
 * @param link the address of the same view
 */
record SheetContent(
    String language,
    String title,
    String unit,
    Optional<String> warning,
    Envelope extent,
    List<Geometry> background,
    List<Area> areas,
    List<LegendEntry> legend,
    Optional<String> legendNote,
    Table table,
    List<String> notes,
    String imprint,
    Instant published,
    String link) {

  /**
   * A region on the map.
   *
   * @param name what it is called
   * @param value its number as a label, where it has one
   * @param geometry its outline, or a point
   * @param fill of the outline
   * @param circle drawn over it for what is counted, and for a point
   * @param chosen whether the sheet is about it
   */
  record Area(
      String name,
      Optional<String> value,
      Geometry geometry,
      Fill fill,
      Optional<Circle> circle,
      boolean chosen) {}

  /**
   * A symbol.
   *
   * @param share its area as a share of the largest one's, 0 to 1
   * @param fill of the symbol
   */
  record Circle(double share, Fill fill) {}

  /**
   * A line of the legend.
   *
   * @param round whether it stands for circles
   */
  record LegendEntry(Fill fill, boolean round, String label) {}

  /**
   * Names and values.
   *
   * @param heading of the list
   * @param rows largest first
   * @param foot totals and what has no value; always shown
   */
  record Table(String heading, List<Row> rows, List<Row> foot) {}

  /**
   * A name and what stands beside it.
   *
   * @param chosen whether the sheet is about it
   */
  record Row(String name, String value, boolean chosen) {}
}
