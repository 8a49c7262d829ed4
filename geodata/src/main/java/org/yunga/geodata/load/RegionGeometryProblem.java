package org.yunga.geodata.load;

import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.Severity;

/** What is wrong with the geometry of a region. */
public sealed interface RegionGeometryProblem extends BoundaryProblem {

  private static String hectares(double value) {
    return String.format(Locale.ROOT, "%,.1f ha", value);
  }

  /** A feature has no geometry: its region stays in the list, without boundary. */
  record GeometryMissing(FeaturePlace where) implements RegionGeometryProblem {
    @Override
    public Severity severity() {
      return Severity.TOLD;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "La entidad no trae geometría. La región queda en la lista y en la tabla, sin límite en"
              + " el mapa.",
          "The feature has no geometry. The region stays in list and table, without a boundary on"
              + " the map.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Complete la geometría en el archivo y vuelva a cargarlo.",
          "Complete the geometry in the file and load it again.");
    }
  }

  /**
   * A geometry crosses itself or is invalid in another way.
   *
   * @param reason in the words of the geometry library, with the place
   * @param at where
   * @param hectaresBefore area as given
   * @param hectaresAfter area after the repair; 0 when nothing was left, then it is refused
   */
  record InvalidGeometry(
      FeaturePlace where, String reason, Coordinate at, double hectaresBefore, double hectaresAfter)
      implements RegionGeometryProblem {
    @Override
    public Severity severity() {
      return hectaresAfter > 0 ? Severity.REPAIRED : Severity.REFUSED;
    }

    @Override
    public Optional<Coordinate> point() {
      return Optional.of(at);
    }

    @Override
    public Bilingual message() {
      if (hectaresAfter > 0) {
        return new Bilingual(
            "La geometría no es válida ("
                + reason
                + "). Se reparó; área antes "
                + hectares(hectaresBefore)
                + ", después "
                + hectares(hectaresAfter)
                + ".",
            "The geometry is not valid ("
                + reason
                + "). It was repaired; area before "
                + hectares(hectaresBefore)
                + ", after "
                + hectares(hectaresAfter)
                + ".");
      }
      return new Bilingual(
          "La geometría no es válida ("
              + reason
              + ") y no encierra ninguna superficie; se dejó fuera.",
          "The geometry is not valid (" + reason + ") and encloses no area; it was left out.");
    }

    @Override
    public Bilingual advice() {
      return hectaresAfter > 0
          ? new Bilingual(
              "Compare en el mapa si la diferencia importa.",
              "Compare on the map if the difference matters.")
          : new Bilingual("Dibújela de nuevo.", "Draw it again.");
    }
  }

  /** The geometry is a point, a line or a mixture. */
  record NotAPolygon(FeaturePlace where, String type, Coordinate at)
      implements RegionGeometryProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Optional<String> value() {
      return Optional.of(type);
    }

    @Override
    public Optional<Coordinate> point() {
      return Optional.of(at);
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "Un límite es un Polygon o MultiPolygon; se encontró " + type + ".",
          "A boundary is a Polygon or MultiPolygon; " + type + " was found.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Quizá es otra capa (capitales, líneas); cargue la de polígonos (layer).",
          "Perhaps it is another layer (capitals, lines); load the one with polygons (layer).");
    }
  }

  /**
   * Coordinates lie far from Peru.
   *
   * @param extent west, south, east, north as read
   */
  record OutsidePeru(FeaturePlace where, String extent) implements RegionGeometryProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Optional<String> value() {
      return Optional.of(extent);
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "Las coordenadas ("
              + extent
              + ") caen fuera del Perú (longitud -81.5 a -68.5, latitud -18.5 a 0.1).",
          "The coordinates ("
              + extent
              + ") lie outside Peru (longitude -81.5 to -68.5, latitude -18.5 to 0.1).");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Si están en metros (UTM), indique el sistema (crs), por ejemplo EPSG:32718, o"
              + " exporte la capa en EPSG:4326.",
          "If they are in metres (UTM), name the system (crs), for example EPSG:32718, or"
              + " export the layer in EPSG:4326.");
    }
  }

  /** Latitude and longitude have changed places. */
  record SwappedAxes(FeaturePlace where, String extent) implements RegionGeometryProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Optional<String> value() {
      return Optional.of(extent);
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "Las coordenadas ("
              + extent
              + ") parecen ser latitud, longitud; van al revés: longitud, latitud.",
          "The coordinates ("
              + extent
              + ") seem to be latitude, longitude; they go the other way round: longitude,"
              + " latitude.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Intercambie los ejes (en QGIS: Intercambiar coordenadas X e Y) y vuelva a cargar.",
          "Swap the axes (in QGIS: Swap X and Y coordinates) and load again.");
    }
  }

  /** The area is far from the one that the file itself declares. */
  record AreaDiffers(FeaturePlace where, double measured, double declared, Coordinate at)
      implements RegionGeometryProblem {
    @Override
    public Severity severity() {
      return Severity.TOLD;
    }

    @Override
    public Optional<String> value() {
      return Optional.of(hectares(declared));
    }

    @Override
    public Optional<Coordinate> point() {
      return Optional.of(at);
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "El límite encierra "
              + hectares(measured)
              + ", y el archivo declara "
              + hectares(declared)
              + ". Yunga calcula con el límite.",
          "The boundary encloses "
              + hectares(measured)
              + ", and the file declares "
              + hectares(declared)
              + ". Yunga computes with the boundary.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Si la diferencia importa, consiga un límite sin simplificar.",
          "If the difference matters, find a boundary that is not simplified.");
    }
  }
}
