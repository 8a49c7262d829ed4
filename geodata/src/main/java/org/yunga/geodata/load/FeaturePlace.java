package org.yunga.geodata.load;

import java.util.Optional;
import java.util.OptionalInt;
import org.yunga.core.text.Bilingual;

/**
 * Where in a file a problem is.
 *
 * @param file name of the file
 * @param feature position in the file, 0 first; empty when the problem is of the whole file
 * @param code code of the region as the file gives it
 * @param name name of the region as the file gives it
 */
public record FeaturePlace(
    String file, OptionalInt feature, Optional<String> code, Optional<String> name) {

  static FeaturePlace wholeFile(String file) {
    return new FeaturePlace(file, OptionalInt.empty(), Optional.empty(), Optional.empty());
  }

  /** For a line of a report; features are counted from 1 there. */
  public Bilingual inWords() {
    if (feature.isEmpty()) {
      return Bilingual.same(file);
    }
    String label = (code.orElse("?") + " " + name.orElse("")).strip();
    int number = feature.getAsInt() + 1;
    return new Bilingual(
        file + ", entidad " + number + " (" + label + ")",
        file + ", feature " + number + " (" + label + ")");
  }
}
