package org.yunga.web.sheet;

import java.awt.Color;

/** The colours of a sheet besides those of the data; as on the screen, on white paper. */
final class Ink {

  static final Color DARK = new Color(0x1d2521);
  static final Color SOFT = new Color(0x5b665f);
  static final Color LINE = new Color(0xc4c0b4);
  static final Color LAND = new Color(0xf1efe8);
  static final Color MISSING = new Color(0xe3e0d8);
  static final Color ALERT = new Color(0xb3261e);

  private Ink() {}
}
