package io.lumia.accounts.wiring;

import io.lumia.accounts.secret.DataKeyBook;
import io.lumia.accounts.secret.DataKeys;
import io.lumia.accounts.secret.Envelope;
import io.lumia.accounts.secret.KeyEncryption;
import io.lumia.accounts.secret.KeyedHash;
import io.lumia.accounts.secret.LocalKeyEncryption;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** What seals and hashes, once there is a key-encryption key. */
@Factory
final class SecretFactory {

    private static final String SECRETS = "lumia.accounts.key-encryption.secrets";

    private final SecureRandom random = new SecureRandom();

    @Singleton
    @Requires(property = SECRETS)
    @Requires(missingProperty = "lumia.accounts.key-encryption.kms-key")
    KeyEncryption keyEncryption(@Property(name = SECRETS) List<String> secrets) {
        return new LocalKeyEncryption(secrets, random);
    }

    @Singleton
    @Requires(beans = {KeyEncryption.class, DataKeyBook.class})
    DataKeys dataKeys(DataKeyBook book, KeyEncryption encryption, Clock clock, IdSource ids) {
        return new DataKeys(book, encryption, clock, ids, random);
    }

    @Singleton
    @Requires(beans = DataKeys.class)
    Envelope envelope(DataKeys keys) {
        return new Envelope(keys, random);
    }

    @Singleton
    @Requires(beans = DataKeys.class)
    KeyedHash keyedHash(DataKeys keys) {
        return new KeyedHash(keys);
    }
}
