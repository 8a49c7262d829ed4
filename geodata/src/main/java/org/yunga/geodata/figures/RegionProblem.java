package org.yunga.geodata.figures;

import java.util.List;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.Severity;

/** What is wrong with the region of a row. */
public sealed interface RegionProblem extends FigureProblem {

  /** Neither code nor name is of a known region. */
  record UnknownRegion(CellPlace place, String given, String regionSet) implements RegionProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          (given.isEmpty()
                  ? "La fila no dice de qué región es"
                  : "No se conoce la región '" + given + "'")
              + " en "
              + regionSet
              + ". Escriba el UBIGEO de INEI o el nombre completo; si la región es nueva, cargue"
              + " antes sus límites.",
          (given.isEmpty()
                  ? "The row does not say which region it is of"
                  : "The region '" + given + "' is not known")
              + " in "
              + regionSet
              + ". Write the UBIGEO of INEI or the full name; if the region is new, load its"
              + " boundaries first.");
    }
  }

  /** Several regions have the name. */
  record AmbiguousName(CellPlace place, String given, List<String> codes) implements RegionProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      String list = String.join(", ", codes);
      return new Bilingual(
          "Varias regiones se llaman '" + given + "' (" + list + "). Añada una columna UBIGEO.",
          "Several regions are called '" + given + "' (" + list + "). Add a column UBIGEO.");
    }
  }

  /** A code lost its leading zero, as spreadsheets do. */
  record LeadingZeroLost(CellPlace place, String given, String completed, boolean confirmed)
      implements RegionProblem {
    @Override
    public Severity severity() {
      return Severity.REPAIRED;
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
                  : ". No hay un nombre que lo confirme: revíselo.")
              + " Guarde los códigos como texto.",
          "The code "
              + given
              + " lost its leading zero; it was read as "
              + completed
              + (confirmed
                  ? ", and the name agrees."
                  : ". There is no name to confirm it: check it.")
              + " Keep codes as text.");
    }
  }

  /** Names and codes disagree as the codes of RENIEC would. */
  record ReniecCoding(CellPlace place, int rows, boolean readByName) implements RegionProblem {
    @Override
    public Severity severity() {
      return readByName ? Severity.REPAIRED : Severity.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "En "
              + rows
              + " filas el código es el de RENIEC para ese nombre, no el de INEI (Callao es 24 en"
              + " RENIEC y 07 en INEI). "
              + (readByName ? "Se leyó por el nombre." : "No se cargó.")
              + " Use el UBIGEO de INEI.",
          "In "
              + rows
              + " rows the code is that of RENIEC for the name, not that of INEI (Callao is 24 with"
              + " RENIEC and 07 with INEI). "
              + (readByName ? "Regions were read by name." : "It was not loaded.")
              + " Use the UBIGEO of INEI.");
    }
  }

  /** The name is not the one that is known by the code. */
  record NameDisagrees(CellPlace place, String regionCode, String given, String known)
      implements RegionProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "El código "
              + regionCode
              + " es de '"
              + known
              + "', pero la fila dice '"
              + given
              + "'. No se sabe cuál vale; corrija uno de los dos.",
          "The code "
              + regionCode
              + " is that of '"
              + known
              + "', but the row says '"
              + given
              + "'. Which of them holds is not known; mend one of the two.");
    }
  }
}
