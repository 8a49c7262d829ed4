package org.yunga.geodata.bulk;

import org.yunga.core.text.Bilingual;

/** Why a row is not a region. */
enum RegionFlaw {
  UNREADABLE("su geometría no se puede leer", "its geometry cannot be read"),
  NO_POLYGON("no es un polígono", "is no polygon"),
  INVALID(
      "su límite es inválido: se cruza consigo mismo",
      "its boundary is invalid: it crosses itself"),
  NOT_LON_LAT("está fuera de longitud y latitud", "lies beyond longitude and latitude"),
  NO_CODE("no tiene código o conjunto", "has no code or set"),
  TWICE("está dos veces", "is there twice");

  private final Bilingual words;

  RegionFlaw(String es, String en) {
    this.words = new Bilingual(es, en);
  }

  Bilingual words() {
    return words;
  }
}
