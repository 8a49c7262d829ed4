package org.yunga.geodata.load;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yunga.geodata.read.GeoJsonFeature;

/**
 * Which region set a file holds, and in which properties.
 *
 * @param regionSet id of the region set
 * @param codeField property with the code
 * @param nameField property with the name
 */
record BoundaryLayout(String regionSet, String codeField, String nameField) {

  /** Properties that declare an area in hectares, in the files that are about. */
  static final List<String> HECTARE_FIELDS =
      List.of("HECTARES", "ha", "AREA_HA", "area_ha", "AREA_MINAM");

  /** Properties of the layouts that are about; of the last one the codes tell the region set. */
  private enum Fields {
    DEPARTMENTS(UbigeoSet.DEPARTMENTS, "FIRST_IDDP", "NOMBDEP"),
    PROVINCES(UbigeoSet.PROVINCES, "FIRST_IDPR", "NOMBPROV"),
    DISTRICTS(UbigeoSet.DISTRICTS, "IDDIST", "NOMBDIST"),
    PLAIN(null, "code", "name");

    private final UbigeoSet set;
    private final String code;
    private final String name;

    Fields(UbigeoSet set, String code, String name) {
      this.set = set;
      this.code = code;
      this.name = name;
    }

    static Optional<Fields> of(Set<String> names) {
      return Arrays.stream(values())
          .filter(fields -> names.contains(fields.code) && names.contains(fields.name))
          .findFirst();
    }
  }

  /** What the options say, and what the file itself says where they are silent. */
  static BoundaryLayout recognise(
      String file, BoundaryOptions options, List<GeoJsonFeature> features) {
    Set<String> names = new LinkedHashSet<>();
    features.forEach(feature -> names.addAll(feature.properties().names()));
    Optional<Fields> fields = Fields.of(names);
    String code = field(file, options.codeField(), fields.map(f -> f.code), names);
    String name = field(file, options.nameField(), fields.map(f -> f.name), names);
    Optional<String> recognised =
        fields
            .filter(f -> f.code.equals(code))
            .flatMap(f -> Optional.ofNullable(f.set))
            .map(UbigeoSet::id);
    String regionSet =
        options
            .regionSet()
            .or(() -> recognised)
            .or(() -> byDigits(features, code))
            .orElseThrow(() -> LoadExceptions.regionSetUnclear(file));
    return new BoundaryLayout(regionSet, code, name);
  }

  private static String field(
      String file, Optional<String> asked, Optional<String> recognised, Set<String> names) {
    asked
        .filter(field -> !names.contains(field))
        .ifPresent(
            field -> {
              throw LoadExceptions.fieldMissing(file, field, names);
            });
    return asked.or(() -> recognised).orElseThrow(() -> LoadExceptions.fieldsUnknown(file, names));
  }

  /** The set whose codes are as long as the longest here; shorter ones may have lost a zero. */
  private static Optional<String> byDigits(List<GeoJsonFeature> features, String codeField) {
    List<String> codes =
        features.stream().flatMap(f -> f.properties().text(codeField).stream()).toList();
    if (!codes.stream().allMatch(code -> code.matches("\\d{1,6}"))) {
      return Optional.empty();
    }
    int longest = codes.stream().mapToInt(String::length).max().orElse(0);
    return UbigeoSet.byDigits(longest).map(UbigeoSet::id);
  }
}
