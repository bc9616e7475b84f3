/** What keys and webhooks hold of a person, for an export of his data and for the end of his account. */
@NullMarked
package io.lumia.accounts.partner.personal;

import org.jspecify.annotations.NullMarked;
