package org.yunga.core.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.boundary;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.text.Bilingual;

class RegionTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void hasAName(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> region(SAN_MARTIN, name))
        .withMessageContaining("departments/22");
  }

  @Test
  void hasARefOfSetAndCode() {
    assertThatNullPointerException().isThrownBy(() -> new RegionRef("departments", null));
    assertThatNullPointerException().isThrownBy(() -> new RegionRef(null, "22"));
    assertThat(SAN_MARTIN).hasToString("departments/22");
  }

  @Test
  void keepsItsOwnListOfMembers() {
    List<Region.Member> members = new ArrayList<>();
    Region zone =
        new Region(
            UCAYALI, "Zona", Optional.empty(), Optional.empty(), new Place.Unknown(), members);
    members.add(new Region.Member(Optional.empty(), "Uchiza"));
    assertThat(zone.members()).isEmpty();
  }

  @Test
  void movesWithAllElseKept() {
    Region zone = zone(UCAYALI, SAN_MARTIN);
    Place place = boundary("POLYGON ((-76 -8, -75 -8, -75 -7, -76 -8))");

    Region moved = zone.at(place);

    assertThat(moved.place()).isEqualTo(place);
    assertThat(moved.at(zone.place())).isEqualTo(zone);
  }

  @ParameterizedTest
  @CsvSource({"-181, 0", "180.1, 0", "0, 91", "0, -90.1", "NaN, 0", "0, NaN"})
  void referencePointsLieOnEarth(double longitude, double latitude) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Place.ReferencePoint(longitude, latitude, Bilingual.same("capital")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Departments", "1st", "with space", "robert'); --", "ñ"})
  void regionSetIdsAreSlugs(String id) {
    Bilingual text = Bilingual.same("x");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RegionSet(
                    id, RegionSet.Kind.ZONE, Optional.empty(), text, text, text, "s", "l"))
        .withMessageContaining("'" + id + "'");
  }
}
