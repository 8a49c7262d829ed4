package org.yunga.geodata.table;

import org.yunga.core.text.Bilingual;

/**
 * Something about the whole file that its reader or writer had to decide: an encoding guessed,
 * heights dropped. Not a fault.
 *
 * @param code snake case, stable; for programs
 * @param text what was found, what was done, what to do if that is wrong
 */
public record Notice(String code, Bilingual text) {

  /** Heights or measures were dropped; the same words for all formats. */
  public static Notice extraOrdinates() {
    return new Notice(
        "extra_ordinates_dropped",
        new Bilingual(
            "Las coordenadas traen altura (Z) o medida (M); no se usan y se dejaron de lado.",
            "Coordinates carry height (Z) or measure (M); these are not used and were dropped."));
  }
}
