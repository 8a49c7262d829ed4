package org.yunga.geodata.load;

import java.util.Map;
import java.util.Optional;
import org.yunga.geodata.table.ReadOptions;

/**
 * What the user says about a file; all of it may be left to the loader.
 *
 * @param regionSet id of the region set that the file holds
 * @param columns columns by role, see {@link BoundaryRoles}
 * @param crs coordinate reference system, where the user knows it better than the file
 * @param reading layer and encoding
 * @param title of the dataset
 * @param source who drew or published it
 * @param licence under which it may be used
 * @param newSet words for the region set, where it is not known yet
 */
public record BoundaryOptions(
    Optional<String> regionSet,
    Map<String, String> columns,
    Optional<String> crs,
    ReadOptions reading,
    Optional<String> title,
    Optional<String> source,
    Optional<String> licence,
    Optional<NewRegionSet> newSet) {

  /** Copies the map. */
  public BoundaryOptions {
    columns = Map.copyOf(columns);
  }

  /** The column of a role. */
  Optional<String> column(String role) {
    return Optional.ofNullable(columns.get(role));
  }

  /** Nothing is said: the file is recognised by its columns. */
  public static BoundaryOptions none() {
    Optional<String> none = Optional.empty();
    return new BoundaryOptions(
        none, Map.of(), none, ReadOptions.NONE, none, none, none, Optional.empty());
  }

  /** The same, with the region set named. */
  public BoundaryOptions withRegionSet(String id) {
    return new BoundaryOptions(
        Optional.of(id), columns, crs, reading, title, source, licence, newSet);
  }

  /** The same, with both columns named. */
  public BoundaryOptions withFields(String code, String name) {
    return new BoundaryOptions(
        regionSet,
        Map.of(BoundaryRoles.CODE, code, BoundaryRoles.NAME, name),
        crs,
        reading,
        title,
        source,
        licence,
        newSet);
  }

  /** The same, with the coordinate reference system named. */
  public BoundaryOptions withCrs(String name) {
    return new BoundaryOptions(
        regionSet, columns, Optional.of(name), reading, title, source, licence, newSet);
  }

  /** The same, read so. */
  public BoundaryOptions reading(ReadOptions options) {
    return new BoundaryOptions(regionSet, columns, crs, options, title, source, licence, newSet);
  }

  /** The same, with words for a new region set. */
  public BoundaryOptions withNewSet(NewRegionSet set) {
    return new BoundaryOptions(
        regionSet, columns, crs, reading, title, source, licence, Optional.of(set));
  }
}
