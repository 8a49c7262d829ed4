package org.yunga.geodata.table;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What the user knows better than the file.
 *
 * @param layer the layer or sheet to read; the first (the only) one when empty
 * @param encoding of texts, for formats that do not fix it; told by the file or guessed when empty
 */
public record ReadOptions(Optional<String> layer, Optional<Charset> encoding) {

  /** Everything as the file says. */
  public static final ReadOptions NONE = new ReadOptions(Optional.empty(), Optional.empty());

  /** The same for one layer. */
  public ReadOptions withLayer(String name) {
    return new ReadOptions(Optional.of(name), encoding);
  }

  /** The same in one encoding. */
  public ReadOptions withEncoding(Charset charset) {
    return new ReadOptions(layer, Optional.of(charset));
  }
}
