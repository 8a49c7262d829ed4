package org.yunga.core.store.sql;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import org.yunga.core.audit.AuditEntry;
import org.yunga.core.audit.AuditLog;
import org.yunga.core.audit.AuditReport;
import org.yunga.core.store.StoreExceptions;
import org.yunga.core.text.ExplainedException;

/** The audit in the store. */
record SqlAudit(Sessions sessions) implements AuditLog {

  @Override
  public Optional<String> identity() {
    return sessions.read(
        session ->
            entries(session, 2, 1).stream()
                .findFirst()
                .map(first -> first.hash().substring(0, IDENTITY_DIGITS)));
  }

  @Override
  public List<AuditEntry> before(long before, int limit) {
    return sessions.readNewest(session -> entries(session, before, limit));
  }

  private List<AuditEntry> entries(Session session, long before, int limit) throws SQLException {
    try {
      return AuditTable.before(session.connection(), before, limit);
    } catch (ExplainedException | IllegalArgumentException | DateTimeException e) {
      throw StoreExceptions.auditUnreadable(sessions.place(), e);
    }
  }

  @Override
  public AuditReport verify(Optional<String> knownHead) {
    // a hash that was kept elsewhere may be newer than a replica
    return sessions.readWholeNewest(session -> new AuditVerification(session, knownHead).run());
  }
}
