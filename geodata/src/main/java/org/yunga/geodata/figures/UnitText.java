package org.yunga.geodata.figures;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.indicator.Unit;

/** Units as offices write them in a head: {@code (ha)}, {@code en hectáreas}, {@code S/}. */
final class UnitText {

  private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]([^)\\]]+)[)\\]]");

  private static final Pattern AT_END = Pattern.compile("\\ben ([a-z/$. ]+)$");

  /** Spellings beyond symbol and name of the catalogue. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("has", "ha"),
          Map.entry("hectarea", "ha"),
          Map.entry("s/.", "PEN"),
          Map.entry("s/", "PEN"),
          Map.entry("sol", "PEN"),
          Map.entry("nuevos soles", "PEN"),
          Map.entry("us$", "USD"),
          Map.entry("dolares", "USD"),
          Map.entry("tm", "t"),
          Map.entry("tn", "t"),
          Map.entry("titulo", "titles"),
          Map.entry("familia", "families"),
          Map.entry("km.", "km"),
          Map.entry("ha.", "ha"));

  private final Map<String, String> ids = new LinkedHashMap<>(OTHERS);

  UnitText(Catalogue catalogue) {
    for (Unit unit : catalogue.units()) {
      List.of(unit.id(), unit.symbol(), unit.name().es(), unit.name().en())
          .forEach(text -> ids.putIfAbsent(plain(text), unit.id()));
    }
    ids.remove("");
  }

  /**
   * Id of the unit that a head names: whole, in brackets, at its end ({@code en soles}), or as its
   * first word ({@code Hectáreas de}); empty when it names none.
   */
  Optional<String> in(String head) {
    String whole = ids.get(plain(head));
    if (whole != null) {
      return Optional.of(whole);
    }
    Matcher brackets = IN_BRACKETS.matcher(head);
    while (brackets.find()) {
      String id = ids.get(plain(brackets.group(1)).replaceFirst("^en ", ""));
      if (id != null) {
        return Optional.of(id);
      }
    }
    String plain = plain(head);
    Matcher end = AT_END.matcher(plain);
    if (end.find() && ids.containsKey(end.group(1).strip())) {
      return Optional.of(ids.get(end.group(1).strip()));
    }
    String first = plain.split("[^a-z]", 2)[0];
    return first.length() > 2 ? Optional.ofNullable(ids.get(first)) : Optional.empty();
  }

  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
