/**
 * Secrets at rest. {@link io.lumia.accounts.secret.Envelope} seals a value with a data key; data keys are kept in the
 * database, wrapped by a key-encryption key that never is ({@link io.lumia.accounts.secret.KeyEncryption}: a configured
 * secret, or AWS KMS in {@code secret.aws}). {@link io.lumia.accounts.secret.KeyedHash} makes values findable that are only
 * kept sealed; its key is a data key as well.
 *
 * <p>Every use of a key has a {@link io.lumia.accounts.secret.Purpose}, and what is sealed for one row opens in no other.
 */
@NullMarked
package io.lumia.accounts.secret;

import org.jspecify.annotations.NullMarked;
