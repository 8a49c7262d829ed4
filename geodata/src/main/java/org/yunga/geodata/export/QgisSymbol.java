package org.yunga.geodata.export;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A symbol of QGIS.
 *
 * @param type {@code fill} or {@code marker}
 * @param layers drawn one over the other
 */
record QgisSymbol(String type, List<Layer> layers) {

  /** Largest circle, millimetres across: what 34 pixels of radius are on the map. */
  private static final int LARGEST_MM = 18;

  private static final String MARKER_MM = "3";

  /**
   * One layer.
   *
   * @param kind QGIS' name of it
   * @param options its settings
   * @param marker drawn in its middle; null for none
   * @param size expression for the size in millimetres; null for a fixed one
   */
  record Layer(String kind, Map<String, String> options, Layer marker, String size) {}

  static QgisSymbol fill(String colour, String line, String pattern) {
    return new QgisSymbol("fill", List.of(area(colour, line, pattern)));
  }

  static QgisSymbol marker(String colour, String line) {
    return new QgisSymbol("marker", List.of(disc(colour, line, null)));
  }

  /** Area of the circle grows with the value: what is twice as much looks twice as large. */
  static QgisSymbol circle(
      String colour, String line, String ground, String value, double largest) {
    String size =
        String.format(
            Locale.ROOT,
            "max(1.3, %d * sqrt(max(0, %s) / %s))",
            LARGEST_MM,
            value,
            Double.toString(largest));
    return new QgisSymbol(
        "fill",
        List.of(
            area(ground, line, "solid"),
            new Layer(
                "CentroidFill", Map.of("point_on_surface", "1"), disc(colour, line, size), null)));
  }

  private static Layer area(String colour, String line, String pattern) {
    return new Layer(
        "SimpleFill",
        Map.of(
            "color",
            rgb(colour),
            "outline_color",
            rgb(line),
            "outline_width",
            "0.2",
            "style",
            pattern),
        null,
        null);
  }

  private static Layer disc(String colour, String line, String size) {
    return new Layer(
        "SimpleMarker",
        Map.of(
            "name", "circle", "color", rgb(colour), "outline_color", rgb(line), "size", MARKER_MM),
        null,
        size);
  }

  /** QGIS writes colours as red, green, blue and opacity. */
  private static String rgb(String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return (rgb >> 16) + "," + (rgb >> 8 & 255) + "," + (rgb & 255) + ",255";
  }
}
