package org.yunga.core.store.geopackage;

import java.sql.Connection;
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

/** The tokens in the file. */
record GeoPackageTokens(Session session) implements TokenRegister {

  @Override
  public List<AccessToken> all() {
    return session.read(() -> read("SELECT * FROM access_token ORDER BY number"));
  }

  @Override
  public AccessToken create(String name, String sha256, Optional<Instant> expires, Actor by) {
    AccessToken token = AccessToken.of(name, sha256, session.now(), by, expires);
    return session.write(
        () -> {
          if (!inForce(name).isEmpty()) {
            throw StoreExceptions.tokenExists(name);
          }
          Sql.execute(
              connection(),
              "INSERT INTO access_token (name, sha256, created_at, created_by, expires_at)"
                  + " VALUES (?, ?, ?, ?, ?)",
              name,
              sha256,
              token.created().toString(),
              by.name(),
              expires.map(Instant::toString).orElse(null));
          AuditTable.add(
              connection(),
              token.created(),
              by,
              AuditedEvent.ofToken(AuditedAct.TOKEN_CREATED, name));
          return token;
        });
  }

  @Override
  public AccessToken revoke(String name, Actor by) {
    return session.write(
        () -> {
          List<AccessToken> found = inForce(name);
          if (found.isEmpty()) {
            List<AccessToken> others =
                read("SELECT * FROM access_token WHERE revoked_at IS NULL ORDER BY number");
            throw new UnknownNameException(
                "token", name, others.stream().map(AccessToken::name).toList());
          }
          Instant now = session.now();
          Sql.execute(
              connection(),
              "UPDATE access_token SET revoked_at = ? WHERE sha256 = ?",
              now.toString(),
              found.get(0).sha256());
          AuditTable.add(
              connection(), now, by, AuditedEvent.ofToken(AuditedAct.TOKEN_REVOKED, name));
          return read("SELECT * FROM access_token WHERE sha256 = ?", found.get(0).sha256()).get(0);
        });
  }

  private List<AccessToken> inForce(String name) throws SQLException {
    return read("SELECT * FROM access_token WHERE name = ? AND revoked_at IS NULL", name);
  }

  private List<AccessToken> read(String sql, Object... parameters) throws SQLException {
    return Sql.query(connection(), sql, GeoPackageTokens::token, parameters);
  }

  private Connection connection() {
    return session.connection();
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
