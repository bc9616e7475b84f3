/**
 * Mails about accounts. {@link io.lumia.accounts.mail.AccountMail} is the port, {@link io.lumia.accounts.mail.FolderMail} writes
 * them into a folder, {@code io.lumia.accounts.mail.aws} hands them to Amazon SES, {@link io.lumia.accounts.mail.MailText} says
 * what stands in them.
 */
@NullMarked
package io.lumia.accounts.mail;

import org.jspecify.annotations.NullMarked;
