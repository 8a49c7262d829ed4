package org.yunga.geodata.intake;

import org.yunga.core.text.Bilingual;

/** What became of a flaw. */
public enum Severity {
  /** Left as it is; the user should look at it. */
  TOLD("aviso", "note"),

  /** Mended while reading; the message says how. */
  REPAIRED("reparado", "repaired"),

  /** The value, the row or the file was left out. */
  REFUSED("rechazado", "refused");

  private final Bilingual word;

  Severity(String es, String en) {
    word = new Bilingual(es, en);
  }

  /** For lists: refused. */
  public Bilingual word() {
    return word;
  }
}
