package org.yunga.core.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yunga.core.audit.AuditEntry;
import org.yunga.core.audit.AuditFinding;
import org.yunga.core.audit.AuditedAct;
import org.yunga.core.audit.Digest;

/**
 * Compares tokens with the entries that made and revoked them. Used once.
 *
 * <p>An entry holds a hash over the row of its token, which holds a hash of the token: nothing
 * leads back from there. Entries of programs that wrote none know name, time and maker only.
 */
final class TokenVerification {

  private static final String RULE = "yunga-token-1";

  private final List<Made> made = new ArrayList<>();

  /** A token by its entries. */
  private static final class Made {
    private final AuditEntry entry;
    private String revoked;

    Made(AuditEntry entry) {
      this.entry = entry;
    }
  }

  /** A row as it stands, whatever somebody wrote into it. */
  private record Row(
      String name, String sha256, String created, String by, String expires, String revoked) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getString("name"),
          row.getString("sha256"),
          row.getString("created_at"),
          row.getString("created_by"),
          row.getString("expires_at"),
          row.getString("revoked_at"));
    }

    boolean isOf(Made token) {
      return token.entry.event().subject().equals(name)
          && token.entry.at().toString().equals(created)
          && token.entry.by().name().equals(by);
    }

    boolean isAsMade(Made token) {
      Optional<String> hash = token.entry.event().contentSha256();
      return Objects.equals(token.revoked, revoked)
          && (hash.isEmpty() || hash.get().equals(contentSha256()));
    }

    String contentSha256() {
      return TokenVerification.contentSha256(name, sha256, created, by, expires);
    }
  }

  /** The hash of what does not change in the row of a token. */
  static String contentSha256(
      String name, String sha256, String created, String by, String expires) {
    return new Digest().add(RULE).add(name).add(sha256).add(created).add(by).add(expires).hex();
  }

  /** Takes the next entry of the audit, in order. */
  void take(AuditEntry entry) {
    if (entry.event().act() == AuditedAct.TOKEN_CREATED) {
      made.add(new Made(entry));
    } else if (entry.event().act() == AuditedAct.TOKEN_REVOKED) {
      made.stream()
          .filter(token -> token.revoked == null)
          .filter(token -> token.entry.event().subject().equals(entry.event().subject()))
          .forEach(token -> token.revoked = entry.at().toString());
    }
  }

  /** What is not as the entries say, once all were taken. */
  List<AuditFinding> compare(Connection connection) throws SQLException {
    List<Row> rows =
        new ArrayList<>(
            Sql.query(connection, "SELECT * FROM access_token ORDER BY number", Row::of));
    List<AuditFinding> findings = new ArrayList<>();
    for (Made token : made) {
      Optional<Row> row = rows.stream().filter(one -> one.isOf(token)).findFirst();
      row.ifPresent(rows::remove);
      if (!row.filter(one -> one.isAsMade(token)).isPresent()) {
        findings.add(
            new AuditFinding.TokenChanged(token.entry.event().subject(), token.entry.number()));
      }
    }
    rows.forEach(row -> findings.add(new AuditFinding.TokenUnaudited(row.name())));
    return findings;
  }
}
