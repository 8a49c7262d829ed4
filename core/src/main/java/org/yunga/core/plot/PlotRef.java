package org.yunga.core.plot;

import java.util.Optional;

/**
 * Names one plot for ever: its dataset and its place in the order of that delivery.
 *
 * @param dataset id of the dataset
 * @param number counts from 0
 */
public record PlotRef(String dataset, int number) {

  /** Reads what {@link #toString} wrote; empty for any other text. */
  public static Optional<PlotRef> parse(String text) {
    int slash = text.lastIndexOf('/');
    if (slash < 1 || !text.substring(slash + 1).matches("0|[1-9][0-9]{0,8}")) {
      return Optional.empty();
    }
    return Optional.of(
        new PlotRef(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1))));
  }

  /** The dataset's id, a slash, the number. */
  @Override
  public String toString() {
    return dataset + "/" + number;
  }
}
