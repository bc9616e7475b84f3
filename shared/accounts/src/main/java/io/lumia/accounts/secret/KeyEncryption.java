package io.lumia.accounts.secret;

/**
 * The key-encryption key: wraps data keys and is itself kept elsewhere than the data. A wrapped key opens only for the
 * purpose that it was wrapped for.
 */
public interface KeyEncryption {

    WrappedKey wrap(byte[] dataKey, Purpose purpose);

    /** Fails with INTERNAL where the key-encryption key is not the one, or the bytes were changed. */
    byte[] unwrap(WrappedKey wrapped, Purpose purpose);
}
