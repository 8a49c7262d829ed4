package org.yunga.geodata.plots;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.Severity;

/** What is wrong, or odd, with a file of plots as a whole. */
public sealed interface PlotFileProblem extends PlotProblem {

  @Override
  default PlotPlace at() {
    return PlotPlace.FILE;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.1f", value).replaceFirst("\\.0$", "");
  }

  /** Coordinates are metres, and nobody says of which system. */
  record CrsNeeded(String sample, List<String> likely) implements PlotFileProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "El archivo no dice en qué sistema están sus coordenadas (" + sample + ").",
          "The file does not say in which system its coordinates are (" + sample + ").");
    }

    @Override
    public Bilingual fix() {
      String list = String.join(", ", likely);
      return likely.isEmpty()
          ? new Bilingual(
              "Indíquelo (crs EPSG:...); como UTM no caen en el Perú.",
              "Say it (crs EPSG:...); as UTM they do not lie in Peru.")
          : new Bilingual(
              "Indíquelo (crs); caerían en el Perú con " + list + ".",
              "Say it (crs); they would lie in Peru with " + list + ".");
    }
  }

  /** Plots would lie in the regions they name if the old datum were taken. */
  record Psad56Suspected(String declared, String likely, int outside, int mended)
      implements PlotFileProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "De "
              + outside
              + " parcelas fuera de la región que nombran, "
              + mended
              + " estarían dentro si el archivo fuera PSAD56 (unos 430 m) y no "
              + declared
              + ".",
          "Of "
              + outside
              + " plots outside of the region they name, "
              + mended
              + " would lie inside if the file were PSAD56 (some 430 m) and not "
              + declared
              + ".");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Pregunte a quien lo hizo; si es PSAD56 cargue con crs "
              + likely
              + ", y si no, repita"
              + " con crs "
              + declared
              + " para confirmarlo.",
          "Ask who made it; if it is PSAD56 load with crs "
              + likely
              + ", and if not try again"
              + " with crs "
              + declared
              + " to confirm it.");
    }
  }

  /** Codes are those of the civil registry. */
  record ReniecCoding(String column, int rows) implements PlotFileProblem {
    @Override
    public PlotPlace at() {
      return PlotPlace.ofColumn(column);
    }

    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "Los códigos parecen de RENIEC y no de INEI: en "
              + rows
              + " filas de la muestra solo así coinciden con el lugar.",
          "The codes seem to be RENIEC's and not INEI's: in "
              + rows
              + " rows of the sample only so do they agree with the place.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Cambie los códigos a los de INEI, o deje region_code sin columna (la geometría"
              + " basta).",
          "Change the codes to INEI's, or leave region_code without a column (the geometry is"
              + " enough).");
    }
  }

  /** Areas are declared in a unit that is not known. */
  record UnknownUnit(String column, String given, double ratio) implements PlotFileProblem {
    @Override
    public PlotPlace at() {
      return PlotPlace.ofColumn(column);
    }

    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      String times = number(ratio);
      return new Bilingual(
          "La superficie declarada es "
              + times
              + " veces las hectáreas de la geometría; la unidad ("
              + given
              + ") no se conoce.",
          "The declared area is "
              + times
              + " times the hectares of the geometry; the unit ("
              + given
              + ") is not known.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Se admiten ha, m2 y km2, que se indican así: unit=m2; o deje" + " hectares sin columna.",
          "Allowed are ha, m2 and km2, said so: unit=m2; or leave" + " hectares without a column.");
    }
  }

  /** Areas were taken for square metres or kilometres. */
  record UnitDecided(String column, String unit) implements PlotFileProblem {
    @Override
    public PlotPlace at() {
      return PlotPlace.ofColumn(column);
    }

    @Override
    public Severity severity() {
      return Severity.REPAIRED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "La superficie declarada está en " + unit + ", y se pasó a hectáreas.",
          "The declared area is in " + unit + ", and was turned into hectares.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual("Si no es así, indique unit=ha.", "If that is wrong, say unit=ha.");
    }
  }

  /** A total is many times that of the nearest year of the release, or a small part of it. */
  record Jump(String region, int year, double hectares, int otherYear, double other)
      implements PlotFileProblem {
    @Override
    public Severity severity() {
      return Severity.TOLD;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          region
              + " tendría "
              + number(hectares)
              + " en "
              + year
              + ", y tiene "
              + number(other)
              + " en "
              + otherYear
              + ".",
          region
              + " would have "
              + number(hectares)
              + " in "
              + year
              + ", and has "
              + number(other)
              + " in "
              + otherYear
              + ".");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Compruebe que el archivo esté entero y que el año sea el suyo.",
          "Check that the file is whole and that the year is its own.");
    }
  }

  /** More was eradicated in a region than coca was there. */
  record MoreThanThere(String region, int year, double eradicated, int cocaYear, double there)
      implements PlotFileProblem {
    @Override
    public Severity severity() {
      return Severity.TOLD;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "En "
              + region
              + " se habrían erradicado "
              + number(eradicated)
              + " ha en "
              + year
              + ", y había "
              + number(there)
              + " ha de coca en "
              + cocaYear
              + ".",
          "In "
              + region
              + " "
              + number(eradicated)
              + " ha would have been eradicated in "
              + year
              + ", and there were "
              + number(there)
              + " ha of coca in "
              + cocaYear
              + ".");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Puede deberse a la resiembra; compruébelo.", "Replanting may explain it; check it.");
    }
  }

  /** The edition before would change or lose plots, and nobody said that it may. */
  record ReplaceNeeded(String dataset, long changed, long gone) implements PlotFileProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          dataset
              + " ya existe, y con este archivo cambiarían "
              + changed
              + " de sus parcelas y dejarían de regir "
              + gone
              + ".",
          dataset
              + " exists, and with this file "
              + changed
              + " of its plots would change and "
              + gone
              + " would go out of force.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Si es una edición corregida, acepte reemplazarla (replace); si son otras parcelas, dé otro nombre (name).",
          "If it is a corrected edition, accept replacing it (replace); if these are other plots, give another"
              + " name (name).");
    }
  }

  /** So many plots lie over each other that not all pairs were looked at. */
  record TooManyOverlaps(long pairs) implements PlotFileProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "Hay tantas parcelas unas sobre otras que solo se compararon "
              + pairs
              + " pares: lo demás podría contarse dos veces.",
          "So many plots lie over each other that only "
              + pairs
              + " pairs were compared: the rest might count twice.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Corrija las superposiciones halladas y cargue de nuevo.",
          "Mend the overlaps found and load again.");
    }
  }

  /** There are no rows at all. */
  record NoRows(Optional<String> layer) implements PlotFileProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual("El archivo no tiene filas.", "The file has no rows.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Si los datos están en otra capa u hoja, indíquela (layer).",
          "If the data is in another layer or sheet, name it (layer).");
    }
  }
}
