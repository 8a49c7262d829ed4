package org.yunga.core.text;

/**
 * Something, such as a store, that cannot be used just now and may be again soon, without anybody's
 * doing.
 */
public class UnavailableException extends ExplainedException {

  /** See {@link ExplainedException}. */
  public UnavailableException(String code, Bilingual explanation, Throwable cause) {
    super(code, explanation, cause);
  }
}
