/**
 * Mails about accounts. {@link io.lumia.accounts.mail.AccountMail} is the port, {@link io.lumia.accounts.mail.FolderMail} writes
 * them into a folder, {@link io.lumia.accounts.mail.MailText} says what stands in them. No adapter sends them anywhere yet.
 */
@NullMarked
package io.lumia.accounts.mail;

import org.jspecify.annotations.NullMarked;
