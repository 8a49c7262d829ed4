package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.web.Answer;
import org.yunga.web.RunningServer;

/** {@code /api/v1/crosswalks} over the reference boundaries of departments. */
class CrosswalksApiTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String SAME = "/api/v1/crosswalks?region-set=departments&from=1&to=1";

  @Test
  void aReleaseAndItselfAreTheSame() {
    JsonNode json = SERVER.get(SAME).json();

    assertThat(json.get("regions"))
        .hasSize(25)
        .allMatch(r -> r.get("fate").asText().equals("same"));
    assertThat(json.get("pieces")).hasSize(25).allMatch(p -> p.get("share_old").asDouble() == 1);
    assertThat(json.at("/method/es").asText()).contains("redrawn", "1,000 m");
  }

  @Test
  void csvHasARowForEachPiece() {
    Answer answer = SERVER.get(SAME + "&f=csv");

    assertThat(answer.text().lines().findFirst())
        .contains(
            "region_set,old_code,old_name,new_code,new_name,hectares,share_old,share_new,fate,"
                + "longitude,latitude");
    assertThat(answer.text().lines()).hasSize(26);
  }

  @ParameterizedTest
  @CsvSource({
    "region-set=departments, 400, from",
    "from=1, 400, region-set",
    "region-set=states&from=1, 400, departments",
    "region-set=departments&from=99, 404, 99",
    "region-set=departments&from=1&to=x, 404, x",
    "region-set=departments&from=1&line_m=-1, 400, line_m",
    "region-set=departments&from=1&line=5, 400, line_m"
  })
  void aWrongQuestionIsAnsweredWithWhatIsAllowed(String query, int status, String named) {
    Answer answer = SERVER.get("/api/v1/crosswalks?" + query);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).contains(named);
  }
}
