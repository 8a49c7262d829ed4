package org.yunga.geodata.load;

import java.util.Optional;
import java.util.function.Consumer;
import org.yunga.core.text.Bilingual;

/** Checks codes and names against the form of the region set and against known regions. */
final class CodeCheck {

  /** The form of codes that are not UBIGEO. */
  static final Bilingual SLUG_FORM =
      new Bilingual(
          "un código de letras, cifras, punto o guion, sin blancos",
          "a code of letters, digits, dots or hyphens, without blanks");

  private final BoundaryLayout layout;
  private final String regionSet;
  private final Optional<UbigeoSet> ubigeo;
  private final KnownRegions known;
  private final Consumer<BoundaryProblem> problems;

  CodeCheck(BoundaryLayout layout, KnownRegions known, Consumer<BoundaryProblem> problems) {
    this.layout = layout;
    this.regionSet = layout.regionSet();
    this.ubigeo = UbigeoSet.byId(regionSet);
    this.known = known;
    this.problems = problems;
  }

  /** The code of a feature; empty when it must be refused. */
  Optional<String> code(FeaturePlace place) {
    String given = place.code().orElse("");
    if (isValid(given)) {
      return Optional.of(given);
    }
    String completed = "0" + given;
    if (ubigeo.isPresent() && isValid(completed)) {
      problems.accept(
          new RegionCodeProblem.LeadingZeroLost(
              place, layout.codeField(), given, completed, nameAgrees(completed, place.name())));
      return Optional.of(completed);
    }
    problems.accept(new RegionCodeProblem.UnknownCode(place, layout.codeField(), given, form()));
    return Optional.empty();
  }

  private boolean isValid(String code) {
    return ubigeo
        .map(set -> code.matches("\\d{" + set.digits() + "}") && known.isInKnownDepartment(code))
        .orElseGet(() -> isSlug(code));
  }

  private boolean nameAgrees(String code, Optional<String> name) {
    return name.isPresent()
        && known.name(regionSet, code).filter(n -> SpanishNames.agree(n, name.get())).isPresent();
  }

  private Bilingual form() {
    return ubigeo
        .map(
            set ->
                new Bilingual(
                    "un UBIGEO (INEI) de "
                        + set.digits()
                        + " dígitos, los dos primeros de un departamento (01 a 25)",
                    "a UBIGEO (INEI) of "
                        + set.digits()
                        + " digits, the first two those of a department (01 to 25)"))
        .orElseGet(() -> SLUG_FORM);
  }

  static boolean isSlug(String code) {
    return code.matches("[A-Za-z0-9][A-Za-z0-9._-]*");
  }

  /** The name of a feature, in the usual case. */
  String name(FeaturePlace place, String code) {
    Optional<String> knownName = known.name(regionSet, code);
    if (place.name().isEmpty()) {
      String used = knownName.orElse(code);
      problems.accept(new RegionCodeProblem.NameMissing(place, layout.nameField(), used));
      return used;
    }
    String given = place.name().get();
    knownName
        .filter(name -> !SpanishNames.agree(name, given))
        .ifPresent(
            name ->
                problems.accept(
                    new RegionCodeProblem.NameDisagrees(place, layout.nameField(), given, name)));
    return SpanishNames.titleCase(given);
  }
}
