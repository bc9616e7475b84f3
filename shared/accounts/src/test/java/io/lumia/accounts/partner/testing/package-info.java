/** What tests of keys, quotas, the audit log and webhooks share. */
@NullMarked
package io.lumia.accounts.partner.testing;

import org.jspecify.annotations.NullMarked;
