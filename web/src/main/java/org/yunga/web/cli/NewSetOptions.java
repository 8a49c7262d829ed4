package org.yunga.web.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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

  /** What was said, by role. */
  Map<String, String> constants() {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("set_name", name);
    said.put("set_name_en", nameEn);
    said.put("set_one", one);
    said.put("set_one_en", oneEn);
    said.put("set_definition", definition);
    said.put("set_definition_en", definitionEn);
    said.put("set_parent", parent);
    said.values().removeIf(Objects::isNull);
    return said;
  }
}
