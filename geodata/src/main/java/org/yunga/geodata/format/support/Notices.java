package org.yunga.geodata.format.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.table.Notice;

/** Collects notices: of each code and subject only the first. */
public final class Notices {

  private final Map<String, Notice> found = new LinkedHashMap<>();

  /** Adds one of which there can only be one in a file. */
  public void add(Notice notice) {
    found.putIfAbsent(notice.code(), notice);
  }

  /** Adds one of which there can be one for each subject (a column). */
  public void add(String code, String subject, Bilingual text) {
    found.putIfAbsent(code + " " + subject, new Notice(code, text));
  }

  /** In the order in which they were found. */
  public List<Notice> all() {
    return List.copyOf(found.values());
  }
}
