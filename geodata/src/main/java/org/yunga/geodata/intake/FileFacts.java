package org.yunga.geodata.intake;

import java.util.Optional;
import org.yunga.core.text.Bilingual;

/**
 * What is known of a file.
 *
 * @param name without folders
 * @param sha256 hash of its bytes, 64 hexadecimal digits
 * @param bytes its size
 * @param format id of its format: {@code gpkg}
 * @param layer the layer or sheet that was read
 * @param encoding of texts, where the user said it
 * @param crs what the coordinates were taken for; empty without geometry
 * @param rows how many were read
 */
public record FileFacts(
    String name,
    String sha256,
    long bytes,
    String format,
    String layer,
    Optional<String> encoding,
    Optional<Crs> crs,
    long rows) {

  /**
   * A coordinate reference system and who named it.
   *
   * @param name {@code OGC:CRS84}, {@code EPSG:32718}
   * @param basis how it is known
   */
  public record Crs(String name, Basis basis) {}

  /** How a coordinate reference system is known. */
  public enum Basis {
    /** The file names it. */
    FILE("lo dice el archivo", "the file says so"),

    /** The user named it. */
    GIVEN("lo indicó usted", "you said so"),

    /** Nobody named it: longitude and latitude are assumed, since the numbers look like them. */
    ASSUMED("nadie lo dice; se supone por los números", "nobody says so; assumed by the numbers");

    private final Bilingual words;

    Basis(String es, String en) {
      words = new Bilingual(es, en);
    }

    public Bilingual words() {
      return words;
    }
  }
}
