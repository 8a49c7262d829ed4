package org.yunga.geodata.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.geodata.intake.MappedColumn.Origin;

class MappingMemoryTest {

  private static final IntakeKind FIGURES = new IntakeKind.Figures();
  private static final List<String> COLUMNS = List.of("Lugar", "Provincia", "Año 2019", "x=1");

  @TempDir Path folder;

  private static MappedColumn column(String role, String column, Origin origin) {
    return MappedColumn.of(role, column, List.of(), origin);
  }

  private MappingMemory remembering(MappedColumn... mapping) {
    MappingMemory.in(folder.resolve("new")).remember(FIGURES, COLUMNS, List.of(mapping));
    return MappingMemory.in(folder.resolve("new"));
  }

  @Test
  void whatWasSaidIsKeptInOrderWhateverTheOrderOfTheColumns() {
    MappingMemory memory =
        remembering(
            column("region_name", "Lugar", Origin.GIVEN),
            column("region_name", "Provincia", Origin.REMEMBERED),
            column("value", "Año 2019", Origin.GIVEN),
            MappedColumn.constant("series", "PTRT3", Origin.GIVEN));

    RememberedMapping recalled =
        memory.recall(FIGURES, List.of("x=1", "Año 2019", "Provincia", "Lugar"));

    assertThat(recalled.columns())
        .isEqualTo(
            Map.of("region_name", List.of("Lugar", "Provincia"), "value", List.of("Año 2019")));
    assertThat(recalled.constants()).isEqualTo(Map.of("series", "PTRT3"));
  }

  @Test
  void whatWasOnlyProposedOrIsOfOneDeliveryIsNotKept() {
    MappingMemory memory =
        remembering(
            column("region_code", "Lugar", Origin.PROPOSED),
            MappedColumn.constant("period", "2019", Origin.GIVEN),
            MappedColumn.constant("year", "2019", Origin.GIVEN),
            MappedColumn.constant("set_name", "Cuencas", Origin.GIVEN));

    assertThat(memory.recall(FIGURES, COLUMNS)).isEqualTo(RememberedMapping.NONE);
  }

  @Test
  void otherColumnsAndOtherKindsAreOtherFiles() {
    MappingMemory memory = remembering(column("value", "x=1", Origin.GIVEN));

    assertThat(memory.recall(FIGURES, List.of("x=1"))).isEqualTo(RememberedMapping.NONE);
    assertThat(memory.recall(new IntakeKind.Plots("coca_field"), COLUMNS))
        .isEqualTo(RememberedMapping.NONE);
    memory.remember(FIGURES, COLUMNS, List.of(column("value", "Lugar", Origin.GIVEN)));
    assertThat(memory.recall(FIGURES, COLUMNS).column("value")).hasValue("Lugar");
    memory.remember(FIGURES, COLUMNS, List.of());
    assertThat(memory.recall(FIGURES, COLUMNS)).isEqualTo(RememberedMapping.NONE);
  }

  @Test
  void withABrokenFileNothingIsRemembered() throws IOException {
    Files.writeString(folder.resolve("mappings.properties"), "a=\\uXYZ");
    MappingMemory memory = MappingMemory.in(folder);

    assertThat(memory.recall(FIGURES, COLUMNS)).isEqualTo(RememberedMapping.NONE);
    memory.remember(FIGURES, COLUMNS, List.of(column("value", "x=1", Origin.GIVEN)));
    assertThat(memory.recall(FIGURES, COLUMNS).column("value")).hasValue("x=1");
  }
}
