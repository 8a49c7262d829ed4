package org.yunga.geodata.table;

import java.nio.file.Path;
import java.util.List;
import org.yunga.core.text.ExplainedException;

/** One file format. Without state; for any number of threads. */
public interface Format {

  /** Lower case, stable, as in addresses ({@code f=...}): {@code geojson}, {@code gpkg}. */
  String id();

  /** As people name it, the same in both languages: {@code GeoPackage}. */
  String label();

  /** Endings without the dot, lower case; the first is the one for files we write. */
  List<String> extensions();

  /** Of files we write. */
  String mediaType();

  /** How sure it is that a file is of this format. */
  Match match(FileHead head);

  /**
   * Names of the layers or sheets, in the order of the file; one for formats that hold only one.
   *
   * @throws ExplainedException when the file is not of the format
   */
  List<String> layers(Path file);

  /**
   * Opens a table.
   *
   * @throws ExplainedException when the file cannot be opened, is not of the format, is broken, or
   *     has no such layer
   */
  TableReader read(Path file, ReadOptions options);

  /**
   * Begins a file with one table. A file of that name is replaced when the writer is closed.
   *
   * @throws ExplainedException when it cannot be written, or the format cannot hold such a table
   */
  TableWriter write(Path file, Table table, WriteOptions options);
}
