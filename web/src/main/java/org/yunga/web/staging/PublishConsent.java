package org.yunga.web.staging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody accepts who publishes.
 *
 * @param notes that there are notes and repairs
 * @param partial that what was refused stays out
 * @param replace that the edition before changes or loses something
 */
public record PublishConsent(boolean notes, boolean partial, boolean replace) {

  /** Names of the three in requests and answers. */
  public static final String ACCEPT = "accept";

  public static final String PARTIAL = "partial";
  public static final String REPLACE = "replace";

  /** What a report needs and this does not say. */
  List<String> missing(JsonNode needs) {
    List<String> missing = new ArrayList<>();
    for (JsonNode need : needs) {
      boolean said =
          switch (need.asText()) {
            case ACCEPT -> notes;
            case PARTIAL -> partial;
            case REPLACE -> replace;
            default -> throw new IllegalStateException("Unknown need " + need);
          };
      if (!said) {
        missing.add(need.asText());
      }
    }
    return missing;
  }
}
