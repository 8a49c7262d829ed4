package org.yunga.core.text;

/**
 * Something that the user can mend: a stable code, and what was given, what is allowed and what to
 * do, in both languages. Whatever was being done has been left undone.
 */
public class ExplainedException extends RuntimeException {

  private final String code;
  private final Bilingual explanation;

  /**
   * @param code snake case, stable; for programs
   * @param explanation for people
   */
  public ExplainedException(String code, Bilingual explanation) {
    this(code, explanation, null);
  }

  /** As above, with the cause for the log. */
  public ExplainedException(String code, Bilingual explanation, Throwable cause) {
    super(code + ": " + explanation.en(), cause);
    this.code = code;
    this.explanation = explanation;
  }

  public String code() {
    return code;
  }

  public Bilingual explanation() {
    return explanation;
  }
}
