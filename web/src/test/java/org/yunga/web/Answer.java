package org.yunga.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a server answered. */
public record Answer(int status, HttpHeaders headers, byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The value of a header; null when it is not there. */
  public String header(String name) {
    return headers.firstValue(name).orElse(null);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(text(), e);
    }
  }

  /** The body as CSV with a header; every record must have as many fields as the header. */
  public List<NamedCsvRecord> csv() {
    return CsvReader.builder().ignoreDifferentFieldCount(false).ofNamedCsvRecord(text()).stream()
        .toList();
  }
}
