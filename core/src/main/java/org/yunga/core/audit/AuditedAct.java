package org.yunga.core.audit;

import org.yunga.core.text.Bilingual;

/** What was done. */
public enum AuditedAct {
  /** A dataset was brought, to be published later. */
  STAGED("trajo, sin publicar aún,", "brought, not yet published,"),
  /** A dataset that was brought was thrown away. */
  DISCARDED("descartó", "discarded"),
  /** A dataset came into force. */
  PUBLISHED("publicó", "published"),
  /** A release of a store that is older than the audit was found, and hashed as it was then. */
  ADOPTED("registró (anterior a la auditoría)", "recorded (older than the audit)"),
  /** A dataset was taken out of force. */
  RETIRED("retiró", "retired"),
  /** The datasets of an older release came back into force. */
  ROLLED_BACK("volvió a la entrega", "rolled back to release"),
  TOKEN_CREATED("creó el token", "created the token"),
  TOKEN_REVOKED("anuló el token", "revoked the token");

  private final Bilingual inWords;

  AuditedAct(String es, String en) {
    this.inWords = new Bilingual(es, en);
  }

  /** Whether it is done to a token. */
  public boolean isOfToken() {
    return this == TOKEN_CREATED || this == TOKEN_REVOKED;
  }

  /** The verb, for a sentence: "Ana publicó ...". */
  public Bilingual inWords() {
    return inWords;
  }
}
