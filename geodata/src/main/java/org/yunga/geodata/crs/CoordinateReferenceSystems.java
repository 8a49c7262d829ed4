package org.yunga.geodata.crs;

import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** Finds the frame of a file by the name that the file gives. */
public final class CoordinateReferenceSystems {

  private static final int WGS_84 = 4326;

  /** Peru96 / UTM 18S with a false northing of 0: deprecated, files mean zone 17S of Peru96. */
  private static final int DEPRECATED = 5388;

  private static final int PERU96_UTM_17S = 5839;

  private static final CoordinateFrame LON_LAT = new LonLat();

  private CoordinateReferenceSystems() {}

  /**
   * The frame of a name such as {@code urn:ogc:def:crs:OGC:1.3:CRS84}, {@code EPSG:32718} or {@code
   * http://www.opengis.net/def/crs/EPSG/0/24878}, or of WKT as in a {@code .prj} file. No name at
   * all means longitude, latitude, WGS 84 (RFC 7946). EPSG:5388 is read as EPSG:5839.
   *
   * @throws ExplainedException when the name is unknown
   */
  public static CoordinateFrame of(Optional<String> name) {
    if (name.isEmpty()) {
      return LON_LAT;
    }
    OptionalInt found = EpsgName.code(name.get());
    if (found.isEmpty()) {
      if (WellKnownText.is(name.get())) {
        return EpsgFrame.ofWkt(name.get());
      }
      throw unknown(name.get(), null);
    }
    int code = found.getAsInt();
    if (code == WGS_84) {
      return LON_LAT;
    }
    return code == DEPRECATED
        ? EpsgFrame.of(PERU96_UTM_17S, Optional.of("EPSG:" + DEPRECATED))
        : EpsgFrame.of(code, Optional.empty());
  }

  static ExplainedException unknown(String name, Throwable cause) {
    return new ExplainedException(
        "crs_unknown",
        new Bilingual(
            "El archivo declara el sistema de coordenadas '"
                + name
                + "', que Yunga no conoce. Se admite CRS84 (longitud, latitud, WGS 84) o un código"
                + " EPSG, por ejemplo EPSG:32718 (WGS 84 / UTM 18S), EPSG:24878 (PSAD56 / UTM 18S)"
                + " o EPSG:5387 (Perú96 / UTM 18S). Corrija el miembro \"crs\" o exporte la capa en"
                + " EPSG:4326.",
            "The file declares the coordinate reference system '"
                + name
                + "', which Yunga does not know. Allowed is CRS84 (longitude, latitude, WGS 84) or"
                + " an EPSG code, for example EPSG:32718 (WGS 84 / UTM 18S), EPSG:24878 (PSAD56 /"
                + " UTM 18S) or EPSG:5387 (Peru96 / UTM 18S). Mend the member \"crs\", or export"
                + " the layer in EPSG:4326."),
        cause);
  }

  /** Nothing to do. */
  private static final class LonLat implements CoordinateFrame {
    @Override
    public String name() {
      return "OGC:CRS84";
    }

    @Override
    public boolean isLonLat() {
      return true;
    }

    @Override
    public Optional<Geometry> toLonLat(Geometry geometry) {
      return Optional.of(geometry);
    }
  }
}
