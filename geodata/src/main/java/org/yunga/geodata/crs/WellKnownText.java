package org.yunga.geodata.crs;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Coordinate reference systems spelt out, as {@code .prj} files and GeoPackages have them. Knows
 * those that files here use by heart, because the start of GeoTools costs seconds.
 */
public final class WellKnownText {

  /** The authority of the whole, which stands last; those of its parts stand within. */
  private static final Pattern LAST_AUTHORITY =
      Pattern.compile("(?s).*AUTHORITY\\[\"EPSG\",\\s*\"?(\\d{4,6})\"?\\]\\s*\\]\\s*");

  private static final Pattern ID =
      Pattern.compile("(?s).*ID\\[\"EPSG\",\\s*\"?(\\d{4,6})\"?\\]\\s*\\]\\s*");

  private static final Pattern NAME = Pattern.compile("(?s)\\s*[A-Za-z]+\\s*\\[\\s*\"([^\"]*)\".*");

  private static final Properties TEXTS = read();
  private static final Map<String, Integer> CODE_OF_NAME = names();

  private WellKnownText() {}

  /** OGC 01-009, as a GeoPackage wants it; empty for systems not known by heart. */
  public static Optional<String> ogc(int epsgCode) {
    return Optional.ofNullable(TEXTS.getProperty(epsgCode + ".ogc"));
  }

  /** The dialect of {@code .prj} files; empty for systems not known by heart. */
  public static Optional<String> esri(int epsgCode) {
    return Optional.ofNullable(TEXTS.getProperty(epsgCode + ".esri"));
  }

  /** Whether a name is not a name but WKT. */
  public static boolean is(String name) {
    return name.indexOf('[') > 0 && NAME.matcher(name).matches();
  }

  /** The EPSG code of a text: the one it gives itself, or by the name of its system. */
  public static OptionalInt epsgCode(String wkt) {
    for (Pattern pattern : new Pattern[] {LAST_AUTHORITY, ID}) {
      Matcher matcher = pattern.matcher(wkt);
      if (matcher.matches()) {
        return OptionalInt.of(Integer.parseInt(matcher.group(1)));
      }
    }
    Matcher name = NAME.matcher(wkt);
    Integer code = name.matches() ? CODE_OF_NAME.get(key(name.group(1))) : null;
    return code == null ? OptionalInt.empty() : OptionalInt.of(code);
  }

  private static Properties read() {
    try (Reader in =
        new InputStreamReader(
            WellKnownText.class.getResourceAsStream("wkt.properties"), StandardCharsets.UTF_8)) {
      Properties texts = new Properties();
      texts.load(in);
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Integer> names() {
    Map<String, Integer> codes = new HashMap<>();
    TEXTS.forEach(
        (name, text) -> {
          Matcher matcher = NAME.matcher(text.toString());
          if (matcher.matches()) {
            codes.put(key(matcher.group(1)), Integer.valueOf(name.toString().split("\\.")[0]));
          }
        });
    return codes;
  }

  private static String key(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
