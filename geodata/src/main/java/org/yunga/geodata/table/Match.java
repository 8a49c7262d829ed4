package org.yunga.geodata.table;

/** How sure a format is that a file is of it; the more certain come later. */
public enum Match {
  /** It is not. */
  NO,
  /** Only by its name. */
  NAME,
  /** By its first bytes. */
  CONTENT
}
