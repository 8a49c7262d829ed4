package org.yunga.core.store.sql;

/** A place that a store is to be brought to. Nothing changes there before it is opened. */
public interface StoreTarget {

  /** Where it is, in messages. */
  String place();

  /**
   * Whether nothing was ever kept there. Only looks.
   *
   * @throws org.yunga.core.text.ExplainedException when it cannot be reached, or is of a newer
   *     program
   */
  boolean isEmpty();

  /** Opens it, with all tables and nothing in them; also one that a killed copy left half-done. */
  SqlStore open();
}
