/** The key-encryption key in AWS KMS. */
@NullMarked
package io.lumia.accounts.secret.aws;

import org.jspecify.annotations.NullMarked;
