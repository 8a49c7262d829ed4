package org.yunga.core.region;

import java.time.LocalDate;
import java.util.Comparator;
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
 * @param validity when the region exists by law, with these limits
 */
public record Region(
    RegionRef ref,
    String name,
    Optional<RegionRef> parent,
    Optional<Bilingual> note,
    Place place,
    List<Member> members,
    Validity validity) {

  /** Copies the list, refuses a nameless region. */
  public Region {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(place, "place");
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("Region " + ref + " has no name");
    }
    Objects.requireNonNull(validity, "validity");
    members = List.copyOf(members);
  }

  /** A region of which no beginning and no end is known. */
  public Region(
      RegionRef ref,
      String name,
      Optional<RegionRef> parent,
      Optional<Bilingual> note,
      Place place,
      List<Member> members) {
    this(ref, name, parent, note, place, members, Validity.ALWAYS);
  }

  /**
   * One entry of a membership list.
   *
   * @param ref the member; empty where the list names a region that the boundary set does not know
   * @param name as the list writes it
   * @param validity when it belongs to the region
   */
  public record Member(Optional<RegionRef> ref, String name, Validity validity) {

    /** A member of which no beginning and no end is known. */
    public Member(Optional<RegionRef> ref, String name) {
      this(ref, name, Validity.ALWAYS);
    }
  }

  /**
   * The members of the list in force: those without an end, or where all have ended, those that
   * ended last.
   */
  public List<Member> currentMembers() {
    List<Member> lasting = members.stream().filter(m -> m.validity.to().isEmpty()).toList();
    if (!lasting.isEmpty()) {
      return lasting;
    }
    Optional<LocalDate> last =
        members.stream().map(m -> m.validity.to().orElseThrow()).max(Comparator.naturalOrder());
    return members.stream().filter(m -> m.validity.to().equals(last)).toList();
  }

  /** The members of the list as it was on a day. */
  public List<Member> membersOn(LocalDate day) {
    return members.stream().filter(m -> m.validity.holdsOn(day)).toList();
  }

  public String code() {
    return ref.code();
  }

  /** The same region at another place. */
  public Region at(Place newPlace) {
    return new Region(ref, name, parent, note, newPlace, members, validity);
  }
}
