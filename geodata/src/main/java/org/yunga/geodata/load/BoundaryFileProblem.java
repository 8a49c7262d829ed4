package org.yunga.geodata.load;

import java.util.Optional;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.Severity;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.RowFlaw;

/** What is wrong with a file, or a row, as a piece of its format. */
public sealed interface BoundaryFileProblem extends BoundaryProblem {

  /** A row is not as its format wants it. */
  record FormatFlaw(FeaturePlace where, RowFlaw flaw) implements BoundaryFileProblem {
    @Override
    public String code() {
      return flaw.code();
    }

    @Override
    public Severity severity() {
      if (flaw.isRepaired()) {
        return Severity.REPAIRED;
      }
      return losesTheRow(flaw) ? Severity.REFUSED : Severity.TOLD;
    }

    /** A value that cannot be read is missing; without its geometry a row is of no use. */
    static boolean losesTheRow(RowFlaw flaw) {
      return flaw instanceof RowFlaw.UnreadableGeometry
          || flaw instanceof RowFlaw.UnreadableRow
          || flaw instanceof RowFlaw.OutsideOfCrs;
    }

    @Override
    public Optional<String> field() {
      return flaw.field();
    }

    @Override
    public Optional<String> value() {
      return flaw.value();
    }

    @Override
    public Bilingual message() {
      Bilingual text = flaw.explanation();
      return new Bilingual(flaw.place() + ": " + text.es(), flaw.place() + ": " + text.en());
    }

    @Override
    public Bilingual advice() {
      return flaw.isRepaired()
          ? new Bilingual("No hay que hacer nada.", "Nothing needs to be done.")
          : new Bilingual(
              "Exporte la capa de nuevo y vuelva a cargarla.", "Export the layer and load again.");
    }
  }

  /** Something that the reader decided for the whole file. */
  record FileNotice(FeaturePlace where, Notice notice) implements BoundaryFileProblem {
    @Override
    public String code() {
      return notice.code();
    }

    @Override
    public Severity severity() {
      return Severity.TOLD;
    }

    @Override
    public Bilingual message() {
      return notice.text();
    }

    @Override
    public Bilingual advice() {
      return new Bilingual("Compruebe que sea así.", "Check that it is so.");
    }
  }

  /**
   * Regions that the release has with a boundary are not in the file.
   *
   * @param count how many
   * @param examples some of them
   * @param allowed whether the user said that the file takes the place of the edition before
   */
  record RegionsGone(FeaturePlace where, int count, String examples, boolean allowed)
      implements BoundaryFileProblem {
    @Override
    public Severity severity() {
      return allowed ? Severity.TOLD : Severity.REFUSED;
    }

    @Override
    public Optional<String> value() {
      return Optional.of(examples);
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          count
              + " regiones que hoy tienen límite cargado no están en el archivo ("
              + examples
              + "): quedarían sin él.",
          count
              + " regions that have a loaded boundary today are not in the file ("
              + examples
              + "): they would lose it.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Complete el archivo; si así debe quedar, acepte reemplazarlos (replace).",
          "Complete the file; if it is to be so, accept replacing them (replace).");
    }
  }

  /** Exterior rings run clockwise. */
  record ClockwiseRings(FeaturePlace where, int rings) implements BoundaryFileProblem {
    @Override
    public Severity severity() {
      return Severity.REPAIRED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          rings
              + " anillos exteriores van en sentido horario; RFC 7946 pide el antihorario. Se"
              + " invirtieron; la forma no cambia.",
          rings
              + " exterior rings run clockwise; RFC 7946 asks for counter-clockwise. They were"
              + " turned; the shape is the same.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual("No hay que hacer nada.", "Nothing needs to be done.");
    }
  }

  /**
   * The file is in another coordinate reference system than longitude, latitude, WGS 84.
   *
   * @param given as the file or the user names it
   * @param used the frame it was read as
   */
  record CrsTransformed(FeaturePlace where, String given, String used)
      implements BoundaryFileProblem {
    @Override
    public Severity severity() {
      return Severity.TOLD;
    }

    @Override
    public Optional<String> value() {
      return Optional.of(given);
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "Las coordenadas están en " + used + "; se pasaron a longitud y latitud (WGS 84).",
          "Coordinates are in " + used + "; they were taken to longitude and latitude (WGS 84).");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Si el archivo está en otro sistema, indíquelo (crs).",
          "If the file is in another system, name it (crs).");
    }
  }

  /** The file does not say in which system its coordinates are. */
  record CrsMissing(FeaturePlace where) implements BoundaryFileProblem {
    @Override
    public Severity severity() {
      return Severity.TOLD;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "El archivo no dice en qué sistema están sus coordenadas (falta el .prj); se leyó como"
              + " longitud y latitud (WGS 84).",
          "The file does not say in which system its coordinates are (its .prj is missing); it was"
              + " read as longitude and latitude (WGS 84).");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Si es otro, indíquelo (crs), por ejemplo EPSG:24878 (PSAD56 / UTM 18S).",
          "If it is another, name it (crs), for example EPSG:24878 (PSAD56 / UTM 18S).");
    }
  }

  /** The declared system is deprecated and was read as the one that is meant. */
  record CrsReplaced(FeaturePlace where, String given, String used) implements BoundaryFileProblem {
    @Override
    public Severity severity() {
      return Severity.REPAIRED;
    }

    @Override
    public Optional<String> value() {
      return Optional.of(given);
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          given + " está en desuso (falso norte 0); se leyó como " + used + ".",
          given + " is deprecated (false northing 0); it was read as " + used + ".");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Compruebe en el mapa que las regiones caen en su sitio.",
          "Check on the map that the regions lie where they should.");
    }
  }
}
