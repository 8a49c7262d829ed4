package org.yunga.core.figure;

/** The five states of a value, end to end. None of them is ever written as another. */
public enum ValueState {
  /** A number other than zero. */
  VALUE,
  /** Looked for, and none found. */
  ZERO,
  /** Nobody looked. */
  NOT_MONITORED,
  /** Expected, but not there. */
  MISSING,
  /** Known, but kept back, for example so that no family can be told from a total. */
  WITHHELD;

  /** Whether the state comes with a number. */
  public boolean hasValue() {
    return this == VALUE || this == ZERO;
  }
}
