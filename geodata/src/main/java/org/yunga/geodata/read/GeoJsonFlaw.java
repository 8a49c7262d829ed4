package org.yunga.geodata.read;

import org.yunga.core.text.Bilingual;

/**
 * A place in a file that is not as RFC 7946 wants it. The text is made when it is asked for.
 *
 * <p>Places are JSON pointers from the root of the file: {@code
 * /features/3/geometry/coordinates/0/2}.
 */
public sealed interface GeoJsonFlaw {

  /** JSON pointer to the place. */
  String place();

  /** Whether the geometry can be used all the same; otherwise the feature comes without it. */
  default boolean isRepaired() {
    return false;
  }

  /** What was given, what is allowed, what was done or is to be done. */
  Bilingual explanation();

  /** An entry of {@code features} is no feature object. */
  record NotAFeature(String place, String given) implements GeoJsonFlaw {
    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "Se esperaba un objeto con \"type\": \"Feature\" y se encontró " + given + ".",
          "An object with \"type\": \"Feature\" was expected, but " + given + " was found.");
    }
  }

  /** The type of a geometry is none of the seven. */
  record UnknownGeometryType(String place, String given) implements GeoJsonFlaw {
    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "El tipo de geometría "
              + given
              + " no existe en GeoJSON; use Polygon, MultiPolygon, Point, MultiPoint, LineString,"
              + " MultiLineString o GeometryCollection.",
          "There is no geometry type "
              + given
              + " in GeoJSON; use Polygon, MultiPolygon, Point, MultiPoint, LineString,"
              + " MultiLineString or GeometryCollection.");
    }
  }

  /** What should be a position, or a list of them, is something else. */
  record NotAPosition(String place, String given) implements GeoJsonFlaw {
    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "Se esperaba una posición [longitud, latitud] con dos números finitos, o una lista de"
              + " ellas, y se encontró "
              + given
              + ". Corrija la geometría en el archivo.",
          "A position [longitude, latitude] of two finite numbers, or a list of them, was expected,"
              + " but "
              + given
              + " was found. Mend the geometry in the file.");
    }
  }

  /** A line or ring has not enough positions to be one. */
  record TooFewPositions(String place, int given, int needed) implements GeoJsonFlaw {
    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "Hay " + given + " posiciones y se necesitan al menos " + needed + ".",
          "There are " + given + " positions; at least " + needed + " are needed.");
    }
  }

  /** The last position of a ring is not its first; closed while reading. */
  record OpenRing(String place) implements GeoJsonFlaw {
    @Override
    public boolean isRepaired() {
      return true;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "El anillo no termina donde empieza; se cerró.",
          "The ring does not end where it starts; it was closed.");
    }
  }

  /** Positions carry heights or measures; they were dropped. */
  record ExtraOrdinates(String place, int positions) implements GeoJsonFlaw {
    @Override
    public boolean isRepaired() {
      return true;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          positions
              + " posiciones traen una tercera coordenada (altura); no se usa y se dejó de lado.",
          positions
              + " positions carry a third ordinate (height); it is not used and was dropped.");
    }
  }
}
