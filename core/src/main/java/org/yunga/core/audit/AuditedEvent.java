package org.yunga.core.audit;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an entry says was done.
 *
 * @param act the verb
 * @param release the release that it made; empty for tokens and what waits to be published
 * @param subject id of the dataset, number of the release gone back to, or name of the token
 * @param fileSha256 hash of the file that the dataset came from
 * @param contentSha256 hash of all that the store holds of the dataset, or of the token
 * @param releaseSha256 hash over all datasets of the release
 */
public record AuditedEvent(
    AuditedAct act,
    OptionalLong release,
    String subject,
    Optional<String> fileSha256,
    Optional<String> contentSha256,
    Optional<String> releaseSha256) {

  /** Checks that nothing is null. */
  public AuditedEvent {
    Objects.requireNonNull(act, "act");
    Objects.requireNonNull(release, "release");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(fileSha256, "fileSha256");
    Objects.requireNonNull(contentSha256, "contentSha256");
    Objects.requireNonNull(releaseSha256, "releaseSha256");
  }

  /** Something done to a dataset that is in no release. */
  public static AuditedEvent ofStaged(AuditedAct act, String dataset, Optional<String> fileSha256) {
    return new AuditedEvent(
        act, OptionalLong.empty(), dataset, fileSha256, Optional.empty(), Optional.empty());
  }

  /**
   * Something done to a token.
   *
   * @param contentSha256 hash of all that the store holds of it
   */
  public static AuditedEvent ofToken(AuditedAct act, String name, String contentSha256) {
    return new AuditedEvent(
        act,
        OptionalLong.empty(),
        name,
        Optional.empty(),
        Optional.of(contentSha256),
        Optional.empty());
  }
}
