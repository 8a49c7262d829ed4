package org.yunga.web.staging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.yunga.core.dataset.StagedDataset;
import org.yunga.core.text.Bilingual;
import org.yunga.web.http.Problem;

/**
 * A staged dataset with what is written in its report.
 *
 * @param staged as the store has it
 * @param content {@code options}, {@code release} that it was checked against, {@code report}
 */
public record StagedFile(StagedDataset staged, ObjectNode content) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_FLAWS = 100;

  static StagedFile of(StagedDataset staged) {
    try {
      return new StagedFile(staged, (ObjectNode) JSON.readTree(staged.report()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The report of staged dataset " + staged.number(), e);
    }
  }

  /** How the store keeps options, release and report. */
  static String text(ObjectNode options, long release, ObjectNode report) {
    ObjectNode content = JSON.createObjectNode();
    content.set("options", options);
    content.put("release", Long.toString(release));
    content.set("report", report);
    return content.toString();
  }

  public ObjectNode options() {
    return (ObjectNode) content.get("options");
  }

  /** Id of the release that it was checked against. */
  public String release() {
    return content.get("release").asText();
  }

  public ObjectNode report() {
    return (ObjectNode) content.get("report");
  }

  /** What was refused, for problem details. */
  List<Problem.Flaw> flaws() {
    String file = report().at("/file/name").asText();
    List<Problem.Flaw> flaws = new ArrayList<>();
    for (JsonNode problem : report().get("problems")) {
      if (problem.get("severity").asText().equals("refused") && flaws.size() < MOST_FLAWS) {
        flaws.add(
            new Problem.Flaw(
                file,
                problem.get("row").isNull() ? null : problem.get("row").asLong(),
                problem.get("field").textValue(),
                problem.get("value").textValue(),
                problem.get("code").asText(),
                text(problem.get("message")),
                problem.get("remedy").isNull() ? null : text(problem.get("remedy"))));
      }
    }
    return flaws;
  }

  private static Bilingual text(JsonNode text) {
    return new Bilingual(text.get("es").asText(), text.get("en").asText());
  }
}
