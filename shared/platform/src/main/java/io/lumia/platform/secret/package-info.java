/**
 * Secrets that a function's environment names by their ARN. {@link io.lumia.platform.secret.SecretVariables} turns
 * {@code LUMIA_SECRETS_ACCOUNTS_PEPPERS=arn:…} into what {@code LUMIA_ACCOUNTS_PEPPERS} with the secret's value would be;
 * {@link io.lumia.platform.secret.SecretsManager} reads the value from AWS Secrets Manager.
 *
 * <p>Each is read once, while the process starts, and kept as long as the process lives: a changed secret counts for
 * processes that start after it.
 */
@NullMarked
package io.lumia.platform.secret;

import org.jspecify.annotations.NullMarked;
