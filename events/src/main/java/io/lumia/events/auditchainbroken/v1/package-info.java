/** {@link io.lumia.events.auditchainbroken.v1.AuditChainBroken}: record, schema, samples. */
@NullMarked
package io.lumia.events.auditchainbroken.v1;

import org.jspecify.annotations.NullMarked;
