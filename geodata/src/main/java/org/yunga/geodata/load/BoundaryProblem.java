package org.yunga.geodata.load;

import java.util.List;
import java.util.Locale;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.read.GeoJsonFlaw;

/**
 * A flaw in a file of boundaries: a record of its own kind, with place and remedy. The text is made
 * when the report is written.
 */
public sealed interface BoundaryProblem {

  /** Where it is. */
  FeaturePlace place();

  /** What became of it. */
  Outcome outcome();

  /** What was given, what was done or is to be done. */
  Bilingual explanation();

  /** Stable name of the kind, snake case: {@code geometry_missing}. */
  default String code() {
    return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** What became of a flaw. */
  enum Outcome {
    /** Left as it is; the user should know. */
    TOLD,
    /** Mended while reading. */
    REPAIRED,
    /** The feature was left out. */
    REFUSED
  }

  private static String hectares(double value) {
    return String.format(Locale.ROOT, "%,.1f ha", value);
  }

  /** A feature has no geometry: its region stays in the list, without boundary. */
  record GeometryMissing(FeaturePlace place) implements BoundaryProblem {
    @Override
    public Outcome outcome() {
      return Outcome.TOLD;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "La entidad no trae geometría. La región queda en la lista y en la tabla, sin límite en"
              + " el mapa. Remedio: completar la geometría en el archivo y volver a cargarlo.",
          "The feature has no geometry. The region stays in list and table, without a boundary on"
              + " the map. Remedy: complete the geometry in the file and load it again.");
    }
  }

  /** Several features carry one code: joined to one region. */
  record SeveralFeatures(FeaturePlace place, List<String> names) implements BoundaryProblem {
    @Override
    public Outcome outcome() {
      return Outcome.REPAIRED;
    }

    @Override
    public Bilingual explanation() {
      String listed = String.join(", ", names);
      return new Bilingual(
          names.size()
              + " entidades llevan este código ("
              + listed
              + "); se unieron en una región con el nombre de la mayor. Si son regiones distintas,"
              + " corrija los códigos.",
          names.size()
              + " features carry this code ("
              + listed
              + "); they were joined to one region under the name of the largest. If they are"
              + " different regions, mend the codes.");
    }
  }

  /** Exterior rings run clockwise. */
  record ClockwiseRings(FeaturePlace place, int rings) implements BoundaryProblem {
    @Override
    public Outcome outcome() {
      return Outcome.REPAIRED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          rings
              + " anillos exteriores van en sentido horario; RFC 7946 pide el antihorario. Se"
              + " invirtieron; la forma no cambia.",
          rings
              + " exterior rings run clockwise; RFC 7946 asks for counter-clockwise. They were"
              + " turned; the shape is the same.");
    }
  }

  /**
   * A geometry crosses itself or is invalid in another way.
   *
   * @param reason in the words of the geometry library, with the place
   * @param hectaresBefore area as given
   * @param hectaresAfter area after the repair; 0 when nothing was left, then it is refused
   */
  record InvalidGeometry(
      FeaturePlace place, String reason, double hectaresBefore, double hectaresAfter)
      implements BoundaryProblem {
    @Override
    public Outcome outcome() {
      return hectaresAfter > 0 ? Outcome.REPAIRED : Outcome.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      if (hectaresAfter > 0) {
        return new Bilingual(
            "La geometría no es válida ("
                + reason
                + "). Se reparó; área antes "
                + hectares(hectaresBefore)
                + ", después "
                + hectares(hectaresAfter)
                + ". Compare en el mapa si la diferencia importa.",
            "The geometry is not valid ("
                + reason
                + "). It was repaired; area before "
                + hectares(hectaresBefore)
                + ", after "
                + hectares(hectaresAfter)
                + ". Compare on the map if the difference matters.");
      }
      return new Bilingual(
          "La geometría no es válida ("
              + reason
              + ") y no encierra ninguna superficie; se dejó"
              + " fuera. Dibújela de nuevo.",
          "The geometry is not valid ("
              + reason
              + ") and encloses no area; it was left out. Draw"
              + " it again.");
    }
  }

  /** The geometry is a point, a line or a mixture. */
  record NotAPolygon(FeaturePlace place, String type) implements BoundaryProblem {
    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "Un límite es un Polygon o MultiPolygon; se encontró "
              + type
              + ". Quizá es otra capa (capitales, líneas); cargue la de polígonos.",
          "A boundary is a Polygon or MultiPolygon; "
              + type
              + " was found. Perhaps it is another layer (capitals, lines); load the one with"
              + " polygons.");
    }
  }

  /** The file is not as GeoJSON should be at a place. */
  record FormatFlaw(FeaturePlace place, GeoJsonFlaw flaw) implements BoundaryProblem {
    @Override
    public Outcome outcome() {
      return flaw.isRepaired() ? Outcome.REPAIRED : Outcome.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      Bilingual text = flaw.explanation();
      return new Bilingual(flaw.place() + ": " + text.es(), flaw.place() + ": " + text.en());
    }
  }

  /** Positions carry heights. */
  record HeightsDropped(FeaturePlace place, int features) implements BoundaryProblem {
    @Override
    public Outcome outcome() {
      return Outcome.REPAIRED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          features
              + " entidades traen alturas (tercera coordenada); no se usan en límites y se dejaron"
              + " de lado.",
          features
              + " features carry heights (a third ordinate); boundaries do not use them, and they"
              + " were dropped.");
    }
  }

  /**
   * The file has a member {@code crs}.
   *
   * @param given its name
   * @param used the frame it was read as
   */
  record CrsMember(FeaturePlace place, String given, String used) implements BoundaryProblem {
    @Override
    public Outcome outcome() {
      return Outcome.TOLD;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "El archivo trae el miembro \"crs\" ("
              + given
              + "), que RFC 7946 ya no tiene. Se aceptó y se leyó como "
              + used
              + ".",
          "The file has a member \"crs\" ("
              + given
              + "), which RFC 7946 no longer has. It was accepted and read as "
              + used
              + ".");
    }
  }

  /** The declared system is deprecated and was read as the one that is meant. */
  record CrsReplaced(FeaturePlace place, String given, String used) implements BoundaryProblem {
    @Override
    public Outcome outcome() {
      return Outcome.REPAIRED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          given
              + " está en desuso (falso norte 0); se leyó como "
              + used
              + ". Compruebe en el mapa que las regiones caen en su sitio.",
          given
              + " is deprecated (false northing 0); it was read as "
              + used
              + ". Check on the map that the regions lie where they should.");
    }
  }

  /**
   * A code lost its leading zero, as spreadsheets do.
   *
   * @param confirmed whether the name of the region that is known by the completed code agrees
   */
  record LeadingZeroLost(FeaturePlace place, String given, String completed, boolean confirmed)
      implements BoundaryProblem {
    @Override
    public Outcome outcome() {
      return Outcome.REPAIRED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "El código "
              + given
              + " perdió su cero inicial; se leyó como "
              + completed
              + (confirmed
                  ? ", y el nombre coincide."
                  : ". No hay un nombre de referencia que lo confirme: revíselo.")
              + " Guarde los códigos como texto.",
          "The code "
              + given
              + " lost its leading zero; it was read as "
              + completed
              + (confirmed
                  ? ", and the name agrees."
                  : ". There is no reference name to confirm it: check it.")
              + " Keep codes as text.");
    }
  }

  /**
   * A code is missing or not of the form that the region set has.
   *
   * @param given as in the file; empty when missing
   * @param form what is allowed
   */
  record UnknownCode(FeaturePlace place, String given, Bilingual form) implements BoundaryProblem {
    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          (given.isEmpty() ? "Falta el código" : "El código '" + given + "' no vale")
              + ": se espera "
              + form.es()
              + ". Corrija el campo, o indique otro con --code-field o --region-set.",
          (given.isEmpty() ? "The code is missing" : "The code '" + given + "' is not valid")
              + ": expected is "
              + form.en()
              + ". Mend the field, or name another with --code-field or --region-set.");
    }
  }

  /** A feature has no name: the known one, or the code, stands in for it. */
  record NameMissing(FeaturePlace place, String used) implements BoundaryProblem {
    @Override
    public Outcome outcome() {
      return Outcome.REPAIRED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "La entidad no trae nombre; se puso '"
              + used
              + "'. Complete el nombre en el archivo, o indique otro campo con --name-field.",
          "The feature has no name; '"
              + used
              + "' was taken. Complete the name in the file, or name another field with"
              + " --name-field.");
    }
  }

  /** The name in the file is not the one that is known by this code. */
  record NameDisagrees(FeaturePlace place, String given, String known) implements BoundaryProblem {
    @Override
    public Outcome outcome() {
      return Outcome.TOLD;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "El archivo llama '"
              + given
              + "' a lo que aquí se conoce como '"
              + known
              + "'. Si solo cambia la grafía, no importa. Si pasa en muchas filas, los códigos"
              + " quizá son de RENIEC y no de INEI: use el UBIGEO de INEI.",
          "The file calls '"
              + given
              + "' what is known here as '"
              + known
              + "'. If it is only the spelling, it does not matter. If many rows are like this, the"
              + " codes may be those of RENIEC, not of INEI: use the UBIGEO of INEI.");
    }
  }

  /**
   * Coordinates lie far from Peru.
   *
   * @param extent west, south, east, north as read
   */
  record OutsidePeru(FeaturePlace place, String extent) implements BoundaryProblem {
    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "Las coordenadas ("
              + extent
              + ") caen fuera del Perú (longitud -81.5 a -68.5, latitud -18.5 a 0.1). Si están en"
              + " metros (UTM), exporte la capa en EPSG:4326 o declare su sistema en el miembro"
              + " \"crs\".",
          "The coordinates ("
              + extent
              + ") lie outside Peru (longitude -81.5 to -68.5, latitude -18.5 to 0.1). If they are"
              + " in metres (UTM), export the layer in EPSG:4326, or declare its system in the"
              + " member \"crs\".");
    }
  }

  /** Latitude and longitude have changed places. */
  record SwappedAxes(FeaturePlace place, String extent) implements BoundaryProblem {
    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "Las coordenadas ("
              + extent
              + ") parecen ser latitud, longitud; GeoJSON las quiere al revés: longitud, latitud."
              + " Intercambie los ejes (en QGIS: Intercambiar coordenadas X e Y) y vuelva a cargar.",
          "The coordinates ("
              + extent
              + ") seem to be latitude, longitude; GeoJSON wants them the other way round:"
              + " longitude, latitude. Swap the axes (in QGIS: Swap X and Y coordinates) and load"
              + " again.");
    }
  }

  /** The area is far from the one that the file itself declares. */
  record AreaDiffers(FeaturePlace place, double measured, double declared)
      implements BoundaryProblem {
    @Override
    public Outcome outcome() {
      return Outcome.TOLD;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "El límite encierra "
              + hectares(measured)
              + ", y el archivo declara "
              + hectares(declared)
              + ". Yunga calcula con el límite; si la diferencia importa,"
              + " consiga uno sin simplificar.",
          "The boundary encloses "
              + hectares(measured)
              + ", and the file declares "
              + hectares(declared)
              + ". Yunga computes with the boundary; if the difference"
              + " matters, find one that is not simplified.");
    }
  }
}
