/**
 * Partners' programs and their keys. {@link io.lumia.accounts.partner.IssueKey} makes a
 * {@link io.lumia.accounts.partner.KeyText}, which is shown once; stored is a keyed hash of it.
 * {@link io.lumia.accounts.partner.CheckKey} says whether a key that came with a request counts,
 * {@link io.lumia.accounts.partner.RotateKey} lets two overlap, {@link io.lumia.accounts.partner.RevokeKey} ends one at once.
 * {@link io.lumia.accounts.partner.CountUsage} counts calls by key, day and operation. How many calls are allowed is the
 * quotas' business. {@link io.lumia.accounts.partner.MirrorKeys} tells the gateway which keys there are.
 */
@NullMarked
package io.lumia.accounts.partner;

import org.jspecify.annotations.NullMarked;
