/**
 * Who did what that matters for security. Every such act is a {@link io.lumia.accounts.audit.SecurityAct};
 * {@link io.lumia.accounts.audit.RecordAct} writes it down in the transaction of the act. Entries are never changed: each
 * carries a hash over its content and the hash before ({@link io.lumia.accounts.audit.AuditHash}), and
 * {@link io.lumia.accounts.audit.VerifyAuditLog} names the first one that does not follow.
 *
 * <p>A chain alone shows a change in the middle, not that its end is missing or that somebody wrote all of it anew. So
 * {@link io.lumia.accounts.audit.SealAuditLog} signs where the chain stands, with a secret that the database does not have;
 * {@link io.lumia.accounts.audit.PruneAuditLog} leaves such a signed {@link io.lumia.accounts.audit.Checkpoint} where it
 * removes what is older than the retention.
 *
 * <p>No personal data in clear: acts hold ids, names of settings and counts, an address only as a keyed hash.
 */
@NullMarked
package io.lumia.accounts.audit;

import org.jspecify.annotations.NullMarked;
