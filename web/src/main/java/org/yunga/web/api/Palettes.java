package org.yunga.web.api;

import java.util.List;
import java.util.Map;

/**
 * Colours of classes: ColorBrewer 2.0 by Cynthia Brewer (Apache-2.0), five classes each, safe for
 * the colour-blind; PuOr diverges about its middle. Fewer classes take the darker end's neighbours,
 * spread evenly.
 *
 * <p>Which palette an indicator or a kind of plots has is said in the catalogue and nowhere else:
 * warm where more is to become less (YlOrBr for coca, Oranges for loss of forest), Purples for
 * eradication, Greens for forest, Blues for titles, PuBuGn for other results, Greys for money. No
 * reds, which are kept for alerts.
 */
public final class Palettes {

  private static final Map<String, List<String>> FIVE =
      Map.of(
          "YlOrBr", List.of("#ffffd4", "#fed98e", "#fe9929", "#d95f0e", "#993404"),
          "Oranges", List.of("#feedde", "#fdbe85", "#fd8d3c", "#e6550d", "#a63603"),
          "Purples", List.of("#f2f0f7", "#cbc9e2", "#9e9ac8", "#756bb1", "#54278f"),
          "Blues", List.of("#eff3ff", "#bdd7e7", "#6baed6", "#3182bd", "#08519c"),
          "Greens", List.of("#edf8e9", "#bae4b3", "#74c476", "#31a354", "#006d2c"),
          "PuBuGn", List.of("#f6eff7", "#bdc9e1", "#67a9cf", "#1c9099", "#016c59"),
          "PuOr", List.of("#e66101", "#fdb863", "#f7f7f7", "#b2abd2", "#5e3c99"),
          "Greys", List.of("#f7f7f7", "#cccccc", "#969696", "#636363", "#252525"));

  private Palettes() {}

  /** The colours for a number of classes, light to dark. */
  public static List<String> colours(String palette, int classes) {
    List<String> five = FIVE.get(palette);
    if (five == null) {
      throw new IllegalArgumentException("No palette '" + palette + "'; known: " + FIVE.keySet());
    }
    return switch (classes) {
      case 1 -> List.of(five.get(2));
      case 2 -> List.of(five.get(1), five.get(3));
      case 3 -> List.of(five.get(0), five.get(2), five.get(4));
      case 4 -> List.of(five.get(0), five.get(1), five.get(3), five.get(4));
      default -> five;
    };
  }
}
