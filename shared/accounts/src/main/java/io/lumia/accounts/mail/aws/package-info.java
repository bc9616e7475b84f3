/**
 * Mails by Amazon SES: {@code SesMail}, where {@code lumia.accounts.mail.sender} is an address that SES knows as ours. The
 * word {@code none} in its place says that an installation sends no mails: then nobody can register there, and is told so.
 */
@NullMarked
package io.lumia.accounts.mail.aws;

import org.jspecify.annotations.NullMarked;
