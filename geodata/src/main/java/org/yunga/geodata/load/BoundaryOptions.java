package org.yunga.geodata.load;

import java.util.Optional;

/**
 * What the user says about a file; all of it may be left to the loader.
 *
 * @param regionSet id of the region set that the file holds
 * @param codeField property that holds the code
 * @param nameField property that holds the name
 * @param title of the dataset
 * @param source who drew or published it
 * @param licence under which it may be used
 */
public record BoundaryOptions(
    Optional<String> regionSet,
    Optional<String> codeField,
    Optional<String> nameField,
    Optional<String> title,
    Optional<String> source,
    Optional<String> licence) {

  /** Nothing is said: the file is recognised by its properties. */
  public static BoundaryOptions none() {
    Optional<String> none = Optional.empty();
    return new BoundaryOptions(none, none, none, none, none, none);
  }

  /** The same, with the region set named. */
  public BoundaryOptions withRegionSet(String id) {
    return new BoundaryOptions(Optional.of(id), codeField, nameField, title, source, licence);
  }

  /** The same, with both fields named. */
  public BoundaryOptions withFields(String code, String name) {
    return new BoundaryOptions(
        regionSet, Optional.of(code), Optional.of(name), title, source, licence);
  }
}
