package org.yunga.geodata.files;

import java.util.List;
import java.util.Optional;
import org.yunga.core.text.Bilingual;

/**
 * The files of a release, and what goes with all of them.
 *
 * @param release id of the release
 * @param published ISO 8601, UTC
 * @param synthetic whether any of the data was made up
 * @param title of the whole
 * @param citation how to cite the whole
 * @param licences of the datasets in it
 * @param groups what parts the files have, in the order in which people see them
 * @param files all of them
 */
public record ReleaseIndex(
    String release,
    String published,
    boolean synthetic,
    Bilingual title,
    Bilingual citation,
    List<Licence> licences,
    List<Group> groups,
    List<ReleaseFile> files) {

  /**
   * One dataset and under which terms it may be used.
   *
   * @param dataset its id
   * @param title in the source's words
   * @param source who made it
   * @param licence its terms
   */
  public record Licence(String dataset, String title, String source, String licence) {}

  /**
   * Files that belong together.
   *
   * @param id as in {@link ReleaseFile#group}
   * @param name for people
   */
  public record Group(String id, Bilingual name) {}

  /** Copies the lists. */
  public ReleaseIndex {
    licences = List.copyOf(licences);
    groups = List.copyOf(groups);
    files = List.copyOf(files);
  }

  /** A file by its name. */
  public Optional<ReleaseFile> file(String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst();
  }

  /** The files of a group. */
  public List<ReleaseFile> of(String group) {
    return files.stream().filter(file -> file.group().equals(group)).toList();
  }
}
