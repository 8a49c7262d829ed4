package org.yunga.core.audit;

import java.util.List;

/**
 * What counting everything again gave.
 *
 * @param entries how many entries there are
 * @param head hash of the newest one; who keeps it elsewhere can tell later that nothing before it
 *     was changed
 * @param releases how many releases were compared with their entries
 * @param datasets how many datasets were hashed again
 * @param findings what is not as it was written: of the chain only the first, since nothing after
 *     it proves anything; empty when all is well
 */
public record AuditReport(
    long entries, String head, long releases, long datasets, List<AuditFinding> findings) {

  /** Copies the list. */
  public AuditReport {
    findings = List.copyOf(findings);
  }

  /** Whether all is as it was written. */
  public boolean isIntact() {
    return findings.isEmpty();
  }
}
