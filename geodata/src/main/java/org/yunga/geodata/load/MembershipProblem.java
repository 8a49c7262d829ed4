package org.yunga.geodata.load;

import java.util.Optional;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.Severity;

/** What is wrong with a row of a list that says of which districts a zone is made. */
public sealed interface MembershipProblem extends BoundaryProblem {

  /** The column with the code of the member. */
  String column();

  /** The code of the member, as it was read. */
  String member();

  @Override
  default Optional<String> field() {
    return Optional.of(column());
  }

  @Override
  default Optional<String> value() {
    return Optional.of(member()).filter(text -> !text.isEmpty());
  }

  /**
   * No region has the code.
   *
   * @param memberSet the set in which it was looked for
   */
  record UnknownMember(FeaturePlace where, String column, String member, String memberSet)
      implements MembershipProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          (member.isEmpty() ? "La fila no trae código" : "No se conoce el código '" + member + "'")
              + " en "
              + memberSet
              + "; la fila se dejó fuera.",
          (member.isEmpty() ? "The row has no code" : "The code '" + member + "' is not known")
              + " in "
              + memberSet
              + "; the row was left out.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Escriba el UBIGEO de INEI como texto; si la región es nueva, cargue antes sus límites"
              + " (scripts/yunga boundaries load).",
          "Write the UBIGEO of INEI as text; if the region is new, load its boundaries first"
              + " (scripts/yunga boundaries load).");
    }
  }

  /**
   * A zone names a member twice for the same time.
   *
   * @param firstRow where it was named before
   */
  record DuplicateMember(FeaturePlace where, String column, String member, long firstRow)
      implements MembershipProblem {
    @Override
    public Severity severity() {
      return Severity.REPAIRED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          member + " ya está en esta zona por el registro " + firstRow + "; cuenta una vez.",
          member + " is in this zone by record " + firstRow + " already; it counts once.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Quite una de las dos filas; si una era otro distrito, corrija su código.",
          "Remove one of the two rows; if one was another district, mend its code.");
    }
  }

  /**
   * Two zones of one set name the same member for the same time.
   *
   * @param otherZone name of the zone that named it first
   * @param firstRow where
   */
  record MemberOfTwoZones(
      FeaturePlace where, String column, String member, String otherZone, long firstRow)
      implements MembershipProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          member
              + " ya está en la zona '"
              + otherZone
              + "' (registro "
              + firstRow
              + "); en dos zonas contaría dos veces, y esta fila se dejó fuera.",
          member
              + " is in the zone '"
              + otherZone
              + "' already (record "
              + firstRow
              + "); in two zones it would count twice, and this row was left out.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Déjelo en una zona; si pasó de una a otra, ponga las fechas en valid_from y valid_to.",
          "Leave it in one zone; if it went from one to the other, put the dates in valid_from and"
              + " valid_to.");
    }
  }

  /** The member is known, but its boundary is not: the zone's outline lacks it. */
  record MemberWithoutBoundary(FeaturePlace where, String column, String member)
      implements MembershipProblem {
    @Override
    public Severity severity() {
      return Severity.TOLD;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "No hay límite cargado de " + member + "; el contorno de la zona queda sin él.",
          "There is no boundary of " + member + "; the outline of the zone lacks it.");
    }

    @Override
    public Bilingual advice() {
      return new Bilingual(
          "Cargue los límites distritales (scripts/yunga boundaries fetch); la zona se completa"
              + " sola.",
          "Load the boundaries of districts (scripts/yunga boundaries fetch); the zone completes"
              + " itself.");
    }
  }
}
