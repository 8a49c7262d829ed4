package org.yunga.core.figure;

/** How a figure was obtained. */
public enum Method {
  /** Surveyed on the ground or by satellite. */
  MEASURED,
  /** Counted by an administration. */
  REPORTED,
  /** Statistical estimate, conversion, apportionment or computed sum. */
  ESTIMATED,
  /** Programmed. */
  TARGET
}
