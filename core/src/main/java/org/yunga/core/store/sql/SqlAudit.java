package org.yunga.core.store.sql;

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
  public List<AuditEntry> before(long before, int limit) {
    return sessions.readNewest(
        session -> {
          try {
            return AuditTable.before(session.connection(), before, limit);
          } catch (ExplainedException | IllegalArgumentException | java.time.DateTimeException e) {
            throw StoreExceptions.auditUnreadable(sessions.place(), e);
          }
        });
  }

  @Override
  public AuditReport verify(Optional<String> knownHead) {
    // a hash that was kept elsewhere may be newer than a replica
    return sessions.readWholeNewest(session -> new AuditVerification(session, knownHead).run());
  }
}
