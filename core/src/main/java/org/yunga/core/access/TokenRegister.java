package org.yunga.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yunga.core.audit.Actor;

/** The tokens of a store. Making and revoking one stands in the audit. */
public interface TokenRegister {

  /** All tokens ever made, oldest first. */
  List<AccessToken> all();

  /**
   * Keeps a new token.
   *
   * @param sha256 hash of the token
   * @throws org.yunga.core.text.ExplainedException when another of this name is in force
   */
  AccessToken create(String name, String sha256, Optional<Instant> expires, Actor by);

  /**
   * Ends a token.
   *
   * @throws org.yunga.core.text.UnknownNameException when none of this name is in force
   */
  AccessToken revoke(String name, Actor by);
}
