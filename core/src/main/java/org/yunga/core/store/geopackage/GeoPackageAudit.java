package org.yunga.core.store.geopackage;

import java.util.List;
import java.util.Optional;
import org.yunga.core.audit.AuditEntry;
import org.yunga.core.audit.AuditLog;
import org.yunga.core.audit.AuditReport;
import org.yunga.core.store.StoreExceptions;
import org.yunga.core.text.ExplainedException;

/** The audit in the file. */
record GeoPackageAudit(Session session) implements AuditLog {

  @Override
  public List<AuditEntry> before(long before, int limit) {
    return session.read(
        () -> {
          try {
            return AuditTable.before(session.connection(), before, limit);
          } catch (ExplainedException | IllegalArgumentException | java.time.DateTimeException e) {
            throw StoreExceptions.auditUnreadable(session.file(), e);
          }
        });
  }

  @Override
  public AuditReport verify(Optional<String> knownHead) {
    return session.readWhole(() -> new AuditVerification(session.connection(), knownHead).run());
  }
}
