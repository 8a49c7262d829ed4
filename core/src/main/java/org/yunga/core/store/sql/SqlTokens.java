package org.yunga.core.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yunga.core.access.AccessToken;
import org.yunga.core.access.TokenRegister;
import org.yunga.core.audit.Actor;
import org.yunga.core.audit.AuditedAct;
import org.yunga.core.audit.AuditedEvent;
import org.yunga.core.store.StoreExceptions;
import org.yunga.core.text.UnknownNameException;

/** The tokens in the store. */
record SqlTokens(Sessions sessions) implements TokenRegister {

  /** Of the newest state: one that was revoked is good for nothing from then on. */
  @Override
  public List<AccessToken> all() {
    return sessions.readNewest(
        session -> read(session, "SELECT * FROM access_token ORDER BY number"));
  }

  @Override
  public AccessToken create(String name, String sha256, Optional<Instant> expires, Actor by) {
    return sessions.write(
        session -> {
          AccessToken token = AccessToken.of(name, sha256, session.now(), by, expires);
          if (!inForce(session, name).isEmpty()) {
            throw StoreExceptions.tokenExists(name);
          }
          Sql.execute(
              session.connection(),
              "INSERT INTO access_token (name, sha256, created_at, created_by, expires_at)"
                  + " VALUES (?, ?, ?, ?, ?)",
              name,
              sha256,
              token.created().toString(),
              by.name(),
              expires.map(Instant::toString).orElse(null));
          audit(session, token.created(), by, AuditedAct.TOKEN_CREATED, token);
          return token;
        });
  }

  @Override
  public AccessToken revoke(String name, Actor by) {
    return sessions.write(
        session -> {
          List<AccessToken> found = inForce(session, name);
          if (found.isEmpty()) {
            List<AccessToken> others =
                read(
                    session, "SELECT * FROM access_token WHERE revoked_at IS NULL ORDER BY number");
            throw new UnknownNameException(
                "token", name, others.stream().map(AccessToken::name).toList());
          }
          Instant now = session.now();
          Sql.execute(
              session.connection(),
              "UPDATE access_token SET revoked_at = ? WHERE sha256 = ?",
              now.toString(),
              found.get(0).sha256());
          audit(session, now, by, AuditedAct.TOKEN_REVOKED, found.get(0));
          return read(session, "SELECT * FROM access_token WHERE sha256 = ?", found.get(0).sha256())
              .get(0);
        });
  }

  private static void audit(
      Session session, Instant now, Actor by, AuditedAct act, AccessToken token)
      throws SQLException {
    String content =
        TokenVerification.contentSha256(
            token.name(),
            token.sha256(),
            token.created().toString(),
            token.createdBy().name(),
            token.expires().map(Instant::toString).orElse(null));
    AuditTable.add(session, now, by, AuditedEvent.ofToken(act, token.name(), content));
  }

  private static List<AccessToken> inForce(Session session, String name) throws SQLException {
    return read(session, "SELECT * FROM access_token WHERE name = ? AND revoked_at IS NULL", name);
  }

  private static List<AccessToken> read(Session session, String sql, Object... parameters)
      throws SQLException {
    return Sql.query(session.connection(), sql, SqlTokens::token, parameters);
  }

  private static AccessToken token(ResultSet row) throws SQLException {
    return new AccessToken(
        row.getString("name"),
        row.getString("sha256"),
        Instant.parse(row.getString("created_at")),
        new Actor(row.getString("created_by")),
        Optional.ofNullable(row.getString("expires_at")).map(Instant::parse),
        Optional.ofNullable(row.getString("revoked_at")).map(Instant::parse));
  }
}
