package org.yunga.geodata.table;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goes into a file besides its rows, as far as the format has a place for it.
 *
 * @param title of the layer, for people; may be empty
 * @param description source, licence, citation, method; may be empty and have several lines
 * @param styles the first is the one that is drawn
 * @param shortNames for formats with short column names (Shapefile: 10 characters): the name to
 *     take for a column, where a made one will not do
 * @param made when the file says that it was made: the same rows then always give the same bytes;
 *     the clock's time when empty
 */
public record WriteOptions(
    String title,
    String description,
    List<LayerStyle> styles,
    Map<String, String> shortNames,
    Optional<Instant> made) {

  /** Nothing but the rows. */
  public static final WriteOptions NONE = titled("", "");

  /** Copies. */
  public WriteOptions {
    styles = List.copyOf(styles);
    shortNames = Map.copyOf(shortNames);
  }

  /** Title and description only. */
  public static WriteOptions titled(String title, String description) {
    return new WriteOptions(title, description, List.of(), Map.of(), Optional.empty());
  }

  /** The same with styles. */
  public WriteOptions withStyles(List<LayerStyle> others) {
    return new WriteOptions(title, description, others, shortNames, made);
  }

  /** The same, made at a moment. */
  public WriteOptions madeAt(Instant moment) {
    return new WriteOptions(title, description, styles, shortNames, Optional.of(moment));
  }
}
