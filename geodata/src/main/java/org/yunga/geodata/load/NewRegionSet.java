package org.yunga.geodata.load;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.yunga.core.region.RegionSet;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.UnknownNameException;

/**
 * What the user says of a region set that is not known yet.
 *
 * @param name in the plural, for lists: Comunidades nativas
 * @param nameEn in English; the Spanish name when empty
 * @param one in the singular and lower case, for sentences; the name in small letters when empty
 * @param oneEn in English
 * @param definition what it is, in Spanish
 * @param definitionEn in English
 * @param parent id of the set that these regions belong to
 * @param source who defines it
 * @param licence of its boundaries
 */
public record NewRegionSet(
    String name,
    Optional<String> nameEn,
    Optional<String> one,
    Optional<String> oneEn,
    Optional<String> definition,
    Optional<String> definitionEn,
    Optional<String> parent,
    Optional<String> source,
    Optional<String> licence) {

  /** A set of which only the names are said. */
  public static NewRegionSet named(String spanish, String english) {
    Optional<String> none = Optional.empty();
    return new NewRegionSet(
        spanish, Optional.of(english), none, none, none, none, none, none, none);
  }

  /**
   * The set under an id.
   *
   * @param ids of the sets that there are
   * @throws org.yunga.core.text.ExplainedException when the id is no slug
   * @throws UnknownNameException when there is no such parent
   */
  RegionSet regionSet(String id, Collection<String> ids) {
    if (!id.matches("[a-z][a-z0-9-]*")) {
      throw LoadExceptions.regionSetIdBroken(id);
    }
    parent
        .filter(set -> !ids.contains(set))
        .ifPresent(
            set -> {
              throw new UnknownNameException("region-set", set, ids);
            });
    String english = nameEn.orElse(name);
    return new RegionSet(
        id,
        RegionSet.Kind.ZONE,
        parent,
        new Bilingual(name, english),
        new Bilingual(
            one.orElse(name.toLowerCase(Locale.ROOT)),
            oneEn.orElse(english.toLowerCase(Locale.ROOT))),
        new Bilingual(definition.orElse(name), definitionEn.orElse(english)),
        source.orElse("Fuente desconocida"),
        licence.orElse("Licencia desconocida"));
  }
}
