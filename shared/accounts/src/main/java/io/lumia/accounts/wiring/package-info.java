/**
 * Puts the accounts domain's objects together from ports and configuration (the table in the module's README). Without a key-encryption
 * key, an issuer, a mail adapter and somebody who hears {@code AccountEvents} there are none.
 */
@NullMarked
package io.lumia.accounts.wiring;

import org.jspecify.annotations.NullMarked;
