package org.yunga.geodata.load;

import java.util.List;
import java.util.Optional;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.Severity;

/**
 * What is wrong with the code or the name of a region. The component {@code field} is the column of
 * the file.
 */
public sealed interface RegionCodeProblem extends BoundaryProblem {

  /** Several features carry one code: joined to one region. */
  record SeveralFeatures(FeaturePlace where, List<String> names) implements RegionCodeProblem {
    @Override
    public Severity severity() {
      return Severity.REPAIRED;
    }

    @Override
    public Optional<String> value() {
      return where.code();
    }

    @Override
    public Bilingual message() {
      String listed = String.join(", ", names);
      return new Bilingual(
          names.size()
              + " entidades llevan este código ("
              + listed
              + "); se unieron en una región con el nombre de la mayor.",
          names.size()
              + " features carry this code ("
              + listed
              + "); they were joined to one region under the name of the largest.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Si son regiones distintas, corrija los códigos.",
          "If they are different regions, mend the codes.");
    }
  }

  /**
   * A code lost its leading zero, as spreadsheets do.
   *
   * @param confirmed whether the name of the region that is known by the completed code agrees
   */
  record LeadingZeroLost(
      FeaturePlace where, String column, String given, String completed, boolean confirmed)
      implements RegionCodeProblem {
    @Override
    public Severity severity() {
      return Severity.REPAIRED;
    }

    @Override
    public Optional<String> field() {
      return Optional.of(column);
    }

    @Override
    public Optional<String> value() {
      return Optional.of(given);
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "El código "
              + given
              + " perdió su cero inicial; se leyó como "
              + completed
              + (confirmed
                  ? ", y el nombre coincide."
                  : ". No hay un nombre de referencia que lo confirme: revíselo."),
          "The code "
              + given
              + " lost its leading zero; it was read as "
              + completed
              + (confirmed
                  ? ", and the name agrees."
                  : ". There is no reference name to confirm it: check it."));
    }

    @Override
    public Bilingual advice() {
      return new Bilingual("Guarde los códigos como texto.", "Keep codes as text.");
    }
  }

  /**
   * A code is missing or not of the form that the region set has.
   *
   * @param given as in the file; empty when missing
   * @param form what is allowed
   */
  record UnknownCode(FeaturePlace where, String column, String given, Bilingual form)
      implements RegionCodeProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Optional<String> field() {
      return Optional.of(column);
    }

    @Override
    public Optional<String> value() {
      return Optional.of(given).filter(text -> !text.isEmpty());
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          (given.isEmpty() ? "Falta el código" : "El código '" + given + "' no vale")
              + ": se espera "
              + form.es()
              + ".",
          (given.isEmpty() ? "The code is missing" : "The code '" + given + "' is not valid")
              + ": expected is "
              + form.en()
              + ".");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Corrija el campo, o indique otro (mapping: code=CAMPO), u otro conjunto (as).",
          "Mend the field, or name another (mapping: code=FIELD), or another set (as).");
    }
  }

  /** A date of validity cannot be read, or the end is not after the beginning. */
  record ValidityBroken(FeaturePlace where, String column, String given)
      implements RegionCodeProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Optional<String> field() {
      return Optional.of(column);
    }

    @Override
    public Optional<String> value() {
      return Optional.of(given);
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "'"
              + given
              + "' no vale como fecha de vigencia: se espera 2024-12-31, 31/12/2024 o un año (su"
              + " primer día), y valid_to posterior a valid_from. El registro se dejó fuera.",
          "'"
              + given
              + "' is no date of validity: expected is 2024-12-31, 31/12/2024 or a year (its first"
              + " day), and valid_to after valid_from. The record was left out.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Corrija la fecha; valid_to es el primer día en que ya no rige.",
          "Mend the date; valid_to is the first day on which it holds no more.");
    }
  }

  /** An older version of a region stands beside a newer one: one version to a release. */
  record OlderVersion(FeaturePlace where, String name) implements RegionCodeProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Optional<String> value() {
      return where.code();
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "El archivo trae otra versión de '"
              + name
              + "' que rige después; una entrega tiene una versión de cada región, y esta se dejó"
              + " fuera.",
          "The file has another version of '"
              + name
              + "' that holds later; a release has one version of each region, and this one was"
              + " left out.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Cargue antes un archivo con las versiones antiguas y después otro con las nuevas; cada"
              + " uno queda en su entrega, y scripts/yunga boundaries crosswalk las compara.",
          "Load a file of the old versions first and one of the new ones after it; each stays in"
              + " its release, and scripts/yunga boundaries crosswalk compares them.");
    }
  }

  /** A feature has no name: the known one, or the code, stands in for it. */
  record NameMissing(FeaturePlace where, String column, String used) implements RegionCodeProblem {
    @Override
    public Severity severity() {
      return Severity.REPAIRED;
    }

    @Override
    public Optional<String> field() {
      return Optional.of(column);
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "La entidad no trae nombre; se puso '" + used + "'.",
          "The feature has no name; '" + used + "' was taken.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Complete el nombre en el archivo, o indique otro campo (mapping: name=CAMPO).",
          "Complete the name in the file, or name another field (mapping: name=FIELD).");
    }
  }

  /** The name in the file is not the one that is known by this code. */
  record NameDisagrees(FeaturePlace where, String column, String given, String known)
      implements RegionCodeProblem {
    @Override
    public Severity severity() {
      return Severity.TOLD;
    }

    @Override
    public Optional<String> field() {
      return Optional.of(column);
    }

    @Override
    public Optional<String> value() {
      return Optional.of(given);
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "El archivo llama '" + given + "' a lo que aquí se conoce como '" + known + "'.",
          "The file calls '" + given + "' what is known here as '" + known + "'.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Si solo cambia la grafía, no importa. Si pasa en muchas filas, los códigos quizá son de"
              + " RENIEC y no de INEI: use el UBIGEO de INEI.",
          "If it is only the spelling, it does not matter. If many rows are like this, the codes"
              + " may be those of RENIEC, not of INEI: use the UBIGEO of INEI.");
    }
  }
}
