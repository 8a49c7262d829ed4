package org.yunga.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.space.Tangle;
import org.yunga.core.text.Bilingual;
import org.yunga.core.work.TooMuchWorkException;
import org.yunga.geodata.read.GeoJsonFlaw;
import org.yunga.geodata.read.GeoJsonGeometry;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;

/**
 * A polygon that a request asks about: read, checked, repaired where that is safe and told.
 *
 * @param geometry valid polygon or multipolygon (or lines, or points, when these are allowed),
 *     longitude and latitude
 * @param repaired what was mended
 */
record AskedPolygon(Geometry geometry, Optional<Bilingual> repaired) {

  /** A square centimetre: smaller areas would be told as zero. */
  private static final double LEAST_HECTARES = 1e-8;

  private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

  /** Where Peru lies when somebody writes latitude first. */
  private static final Envelope PERU_SWAPPED = new Envelope(-19, 1, -82, -68);

  /**
   * A geometry that was read, and not yet looked at closely.
   *
   * @param geometry polygon or multipolygon, in its place
   * @param place JSON pointer to it
   * @param mended what was mended while reading
   */
  record Read(Geometry geometry, String place, List<Bilingual> mended) {}

  /**
   * Reads a geometry of a request.
   *
   * @param node GeoJSON geometry object
   * @param place JSON pointer to it
   * @param anyShape whether lines and points are allowed too, because a buffer will be made
   */
  static Read read(JsonNode node, String place, boolean anyShape) {
    GeoJsonGeometry read = GeoJsonGeometry.read(node, place);
    List<Bilingual> mended = new ArrayList<>();
    for (GeoJsonFlaw flaw : read.flaws()) {
      if (!flaw.isRepaired()) {
        throw refused("invalid_geometry", flaw.place(), flaw.explanation());
      }
      mended.add(flaw.explanation());
    }
    Geometry geometry = read.geometry().orElseThrow(() -> noGeometry(place));
    checkKind(geometry, place, anyShape);
    checkPlace(geometry, place);
    checkMeridian(geometry, place);
    return new Read(geometry, place, mended);
  }

  /** Checks a geometry that was read, repairs it where that is safe. */
  static AskedPolygon of(Read read, RepairBudget budget) {
    List<Bilingual> mended = new ArrayList<>(read.mended());
    checkTangle(read);
    boolean polygon = read.geometry() instanceof Polygonal;
    Geometry valid = !polygon ? read.geometry() : valid(read, mended, budget);
    return new AskedPolygon(valid, mended.stream().reduce(AskedPolygon::joined));
  }

  /** Both texts, one after the other. */
  static Bilingual joined(Bilingual a, Bilingual b) {
    return new Bilingual(a.es() + " " + b.es(), a.en() + " " + b.en());
  }

  private static void checkKind(Geometry geometry, String place, boolean anyShape) {
    boolean allowed =
        geometry instanceof Polygonal
            || anyShape && (geometry instanceof Lineal || geometry instanceof Puntal);
    if (!allowed || geometry.isEmpty()) {
      String type = geometry.getGeometryType();
      throw refused(
          "not_a_polygon",
          place,
          new Bilingual(
              "Se recibió "
                  + type
                  + (geometry.isEmpty() ? " sin coordenadas" : "")
                  + ". Envíe un Polygon o MultiPolygon (con buffer_m también"
                  + " puntos o líneas); para varios, una FeatureCollection.",
              "Got "
                  + type
                  + (geometry.isEmpty() ? " without coordinates" : "")
                  + ". Send a Polygon or MultiPolygon (with buffer_m points or"
                  + " lines too); for several, a FeatureCollection."));
    }
  }

  private static void checkPlace(Geometry geometry, String place) {
    Envelope extent = geometry.getEnvelopeInternal();
    if (PERU_SWAPPED.contains(extent)) {
      String shown = shown(extent);
      throw refused(
          "swapped_axes",
          place,
          new Bilingual(
              "Las coordenadas ("
                  + shown
                  + ") parecen latitud, longitud. GeoJSON pide"
                  + " [longitud, latitud]: intercámbielas.",
              "The coordinates ("
                  + shown
                  + ") look like latitude, longitude. GeoJSON wants"
                  + " [longitude, latitude]: swap them."));
    }
    if (!WORLD.contains(extent)) {
      String shown = shown(extent);
      throw refused(
          "outside_world",
          place,
          new Bilingual(
              "Las coordenadas ("
                  + shown
                  + ") no son longitud de -180 a 180 y latitud de -90 a"
                  + " 90. Envíelas en grados WGS 84, no en metros.",
              "The coordinates ("
                  + shown
                  + ") are not longitude -180 to 180 and latitude -90 to"
                  + " 90. Send degrees of WGS 84, not metres."));
    }
  }

  /** A step of more than half the Earth is one over the 180th meridian (RFC 7946, 3.1.9). */
  private static void checkMeridian(Geometry geometry, String place) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      Coordinate[] corners =
          part instanceof Polygon polygon
              ? polygon.getExteriorRing().getCoordinates()
              : part.getCoordinates();
      for (int c = 1; c < corners.length; c++) {
        if (Math.abs(corners[c].x - corners[c - 1].x) > 180) {
          throw acrossMeridian(corners[c - 1].x, corners[c].x, place);
        }
      }
    }
  }

  private static ProblemException acrossMeridian(double from, double to, String place) {
    return refused(
        "crosses_antimeridian",
        place,
        new Bilingual(
            "Un lado va de la longitud "
                + from
                + " a la "
                + to
                + ", más de media Tierra: cruzaría el meridiano 180, lo que no se admite. Divida"
                + " el polígono en ese meridiano, o revise las coordenadas.",
            "An edge goes from longitude "
                + from
                + " to "
                + to
                + ", more than half the Earth: it would cross the 180th meridian, which is not"
                + " supported. Split the polygon there, or check the coordinates."));
  }

  private static String shown(Envelope extent) {
    return extent.getMinX()
        + ", "
        + extent.getMinY()
        + ", "
        + extent.getMaxX()
        + ", "
        + extent.getMaxY();
  }

  /** What would take minutes to check is refused before it is. */
  private static void checkTangle(Read read) {
    Geometry geometry = read.geometry();
    if (geometry.getNumPoints() < Limits.EDGE_PAIRS_FROM
        || !Tangle.exceeds(geometry, Limits.EDGE_PAIRS)) {
      return;
    }
    throw new TooMuchWorkException(
        "too_tangled",
        new Bilingual(
            "El contorno de "
                + read.place()
                + " tiene tantos lados que pasan unos junto a otros que comprobarlo tomaría"
                + " minutos (más de "
                + Limits.EDGE_PAIRS
                + " pares). Simplifíquelo o divídalo.",
            "The outline of "
                + read.place()
                + " has so many edges that run past each other that checking it would take"
                + " minutes (more than "
                + Limits.EDGE_PAIRS
                + " pairs). Simplify or split it."));
  }

  private static Geometry valid(Read read, List<Bilingual> mended, RepairBudget budget) {
    Geometry geometry = read.geometry();
    String place = read.place();
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error != null && !budget.take(geometry.getNumPoints())) {
      throw notRepaired(error, place);
    }
    Geometry valid = error == null ? geometry : GeometryFixer.fix(geometry);
    if (!(valid instanceof Polygonal) || EqualAreaFrame.hectares(valid) < LEAST_HECTARES) {
      throw refused(
          "no_area",
          place,
          new Bilingual(
              "El polígono no encierra área. Dibuje al menos tres esquinas que no estén en una"
                  + " línea.",
              "The polygon encloses no area. Draw at least three corners that are not on one"
                  + " line."));
    }
    if (error != null) {
      String where = where(error);
      mended.add(
          new Bilingual(
              "El contorno no era válido cerca de "
                  + where
                  + " ("
                  + error.getMessage()
                  + "); se reparó y el área es la que se indica.",
              "The outline was not valid near "
                  + where
                  + " ("
                  + error.getMessage()
                  + "); it was repaired, and the area is the one that is told."));
    }
    return valid;
  }

  private static String where(TopologyValidationError error) {
    return error.getCoordinate().x + ", " + error.getCoordinate().y;
  }

  private static ProblemException notRepaired(TopologyValidationError error, String place) {
    String where = where(error);
    String reason = error.getMessage();
    return refused(
        "invalid_geometry",
        place,
        new Bilingual(
            "El contorno no es válido cerca de "
                + where
                + " ("
                + reason
                + "), y por consulta se reparan contornos de "
                + Limits.REPAIRED_VERTICES
                + " vértices en total. Repárelo en su SIG (en QGIS: Corregir"
                + " geometrías).",
            "The outline is not valid near "
                + where
                + " ("
                + reason
                + "), and outlines of "
                + Limits.REPAIRED_VERTICES
                + " vertices in all are repaired in one request. Repair it in your GIS (in QGIS: Fix"
                + " geometries)."));
  }

  private static ProblemException noGeometry(String place) {
    return refused(
        "missing_geometry",
        place,
        new Bilingual(
            "Falta la geometría. Envíe {\"geometry\": {\"type\": \"Polygon\", ...}}.",
            "The geometry is missing. Send {\"geometry\": {\"type\": \"Polygon\", ...}}."));
  }

  private static ProblemException refused(String code, String pointer, Bilingual text) {
    String place = pointer.isEmpty() ? "/" : pointer;
    return new ProblemException(
        Problem.parameter(
            code,
            new Bilingual(place + ": " + text.es(), place + ": " + text.en()),
            place,
            null,
            List.of()));
  }
}
