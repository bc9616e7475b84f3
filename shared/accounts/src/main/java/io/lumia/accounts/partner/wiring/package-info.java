/** Puts together keys, quotas, the audit log and webhooks from ports and configuration; the README lists the settings. */
@NullMarked
package io.lumia.accounts.partner.wiring;

import org.jspecify.annotations.NullMarked;
