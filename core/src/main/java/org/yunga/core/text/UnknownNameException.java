package org.yunga.core.text;

import java.util.Collection;
import java.util.List;

/** A name that the catalogue does not know: what was given, and what is allowed instead. */
public final class UnknownNameException extends RuntimeException {

  private final String kind;
  private final String given;
  private final List<String> allowed;

  /**
   * @param kind what was looked up, in the words of the API: {@code indicator}, {@code
   *     region-set}...
   * @param given the unknown name
   * @param allowed the known names, in the order of the catalogue
   */
  public UnknownNameException(String kind, String given, Collection<String> allowed) {
    super("Unknown " + kind + " '" + given + "'; known are " + String.join(", ", allowed));
    this.kind = kind;
    this.given = given;
    this.allowed = List.copyOf(allowed);
  }

  public String kind() {
    return kind;
  }

  public String given() {
    return given;
  }

  public List<String> allowed() {
    return allowed;
  }
}
