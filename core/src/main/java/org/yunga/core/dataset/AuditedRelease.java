package org.yunga.core.dataset;

import java.util.Optional;
import org.yunga.core.audit.AuditEntry;

/**
 * A release, and what the audit says of how it was made.
 *
 * @param release the release
 * @param entry who made it and how; empty only when somebody tampered with the store
 */
public record AuditedRelease(Release release, Optional<AuditEntry> entry) {}
