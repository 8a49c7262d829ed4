package org.yunga.geodata.load;

import java.util.Optional;
import java.util.OptionalLong;
import org.yunga.core.text.Bilingual;

/**
 * Where in a file a problem is.
 *
 * @param file name of the file
 * @param row as people count it in the format: 1 for the first feature, the line in a sheet; empty
 *     when the problem is of the whole file
 * @param code code of the region as the file gives it
 * @param name name of the region as the file gives it
 */
public record FeaturePlace(
    String file, OptionalLong row, Optional<String> code, Optional<String> name) {

  static FeaturePlace wholeFile(String file) {
    return new FeaturePlace(file, OptionalLong.empty(), Optional.empty(), Optional.empty());
  }

  /** For a line of a report. */
  public Bilingual inWords() {
    if (row.isEmpty()) {
      return Bilingual.same(file);
    }
    String label = (code.orElse("?") + " " + name.orElse("")).strip();
    return new Bilingual(
        file + ", registro " + row.getAsLong() + " (" + label + ")",
        file + ", record " + row.getAsLong() + " (" + label + ")");
  }
}
