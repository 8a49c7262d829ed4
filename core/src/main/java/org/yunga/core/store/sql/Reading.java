package org.yunga.core.store.sql;

/** Something that can be read from. */
public interface Reading {

  /** Reads; what fails is told as what it means to the user. */
  <T> T read(Work<T> work);
}
