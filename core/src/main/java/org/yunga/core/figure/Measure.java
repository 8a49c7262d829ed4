package org.yunga.core.figure;

/** Whether a figure says what was, what was planned, or what things are compared with. */
public enum Measure {
  ACTUAL,
  TARGET,
  BASELINE
}
