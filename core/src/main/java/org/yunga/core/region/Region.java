package org.yunga.core.region;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yunga.core.text.Bilingual;

/**
 * A region with what is known of it.
 *
 * @param ref set and code
 * @param name proper noun, as written in Peru
 * @param parent the region of another set that holds this one, where that is a matter of law
 * @param note composition, doubts; where the source says something
 * @param place boundary, reference point or unknown
 * @param members the regions of another set that make up this one by list; empty for most
 */
public record Region(
    RegionRef ref,
    String name,
    Optional<RegionRef> parent,
    Optional<Bilingual> note,
    Place place,
    List<Member> members) {

  /** Copies the list, refuses a nameless region. */
  public Region {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(place, "place");
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("Region " + ref + " has no name");
    }
    members = List.copyOf(members);
  }

  /**
   * One entry of a membership list.
   *
   * @param ref the member; empty where the list names a region that the boundary set does not know
   * @param name as the list writes it
   */
  public record Member(Optional<RegionRef> ref, String name) {}

  public String code() {
    return ref.code();
  }

  /** The same region at another place. */
  public Region at(Place newPlace) {
    return new Region(ref, name, parent, note, newPlace, members);
  }
}
