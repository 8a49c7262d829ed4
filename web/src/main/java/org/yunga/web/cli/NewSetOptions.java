package org.yunga.web.cli;

import java.util.Optional;
import org.yunga.geodata.load.NewRegionSet;
import picocli.CommandLine.Option;

/** What a person says of a region set that is not known yet. */
final class NewSetOptions {

  @Option(
      names = "--set-name",
      paramLabel = "TEXT",
      description = {
        "Nombre de un conjunto de regiones nuevo, en plural: Comunidades nativas",
        "Name of a new region set, in the plural, in Spanish"
      })
  private String name;

  @Option(
      names = "--set-name-en",
      paramLabel = "TEXT",
      description = {"El mismo nombre en inglés", "The same name in English"})
  private String nameEn;

  @Option(
      names = "--set-one",
      paramLabel = "TEXT",
      description = {
        "Una región de ese conjunto, en minúsculas: comunidad nativa",
        "One region of that set, in small letters, in Spanish"
      })
  private String one;

  @Option(
      names = "--set-one-en",
      paramLabel = "TEXT",
      description = {"Lo mismo en inglés", "The same in English"})
  private String oneEn;

  @Option(
      names = "--set-definition",
      paramLabel = "TEXT",
      description = {"Qué es, y quién lo define", "What it is, and who defines it, in Spanish"})
  private String definition;

  @Option(
      names = "--set-definition-en",
      paramLabel = "TEXT",
      description = {"Lo mismo en inglés", "The same in English"})
  private String definitionEn;

  @Option(
      names = "--set-parent",
      paramLabel = "ID",
      description = {
        "Conjunto al que pertenecen sus regiones, si lo hay",
        "Set that its regions belong to, if there is one"
      })
  private String parent;

  /** Empty when no name was given. */
  Optional<NewRegionSet> words(String source, String licence) {
    return Optional.ofNullable(name)
        .map(
            words ->
                new NewRegionSet(
                    words,
                    Optional.ofNullable(nameEn),
                    Optional.ofNullable(one),
                    Optional.ofNullable(oneEn),
                    Optional.ofNullable(definition),
                    Optional.ofNullable(definitionEn),
                    Optional.ofNullable(parent),
                    Optional.ofNullable(source),
                    Optional.ofNullable(licence)));
  }
}
