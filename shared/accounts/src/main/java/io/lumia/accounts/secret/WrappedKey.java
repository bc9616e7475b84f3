package io.lumia.accounts.secret;

/**
 * A data key that only its key-encryption key opens.
 *
 * @param wrappedBy which one that is, such as {@code local:1f0c…} or a KMS key's ARN
 */
public record WrappedKey(String wrappedBy, byte[] bytes) {}
