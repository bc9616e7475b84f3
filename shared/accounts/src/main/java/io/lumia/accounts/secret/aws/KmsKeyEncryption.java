package io.lumia.accounts.secret.aws;

import io.lumia.accounts.secret.KeyEncryption;
import io.lumia.accounts.secret.Purpose;
import io.lumia.accounts.secret.WrappedKey;
import io.lumia.platform.aws.AwsFailures;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.EncryptResponse;

/**
 * A symmetric key of AWS KMS, which never leaves it. The purpose is part of the encryption context, which KMS authenticates and writes to
 * CloudTrail. KMS replaces the key's material by itself and still unwraps what the old one wrapped.
 */
public final class KmsKeyEncryption implements KeyEncryption {

    private static final String CONTEXT = "lumia-purpose";

    private final Supplier<KmsClient> client;
    private final String keyId;

    /**
     * @param client asked for with the first key: most requests need none
     * @param keyId ARN, id or alias
     */
    public KmsKeyEncryption(Supplier<KmsClient> client, String keyId) {
        this.client = client;
        this.keyId = keyId;
    }

    @Override
    public WrappedKey wrap(byte[] dataKey, Purpose purpose) {
        try {
            EncryptResponse answer = client.get().encrypt(request -> request.keyId(keyId)
                    .plaintext(SdkBytes.fromByteArray(dataKey))
                    .encryptionContext(context(purpose)));
            return new WrappedKey(answer.keyId(), answer.ciphertextBlob().asByteArray());
        } catch (SdkException e) {
            throw AwsFailures.translated("wrapping a data key by KMS key '%s'".formatted(keyId), e);
        }
    }

    /** Asks for the very key that wrapped it, so that KMS takes no cipher text of another's. */
    @Override
    public byte[] unwrap(WrappedKey wrapped, Purpose purpose) {
        try {
            DecryptResponse answer = client.get().decrypt(request -> request.keyId(wrapped.wrappedBy())
                    .ciphertextBlob(SdkBytes.fromByteArray(wrapped.bytes()))
                    .encryptionContext(context(purpose)));
            return answer.plaintext().asByteArray();
        } catch (SdkException e) {
            throw AwsFailures.translated("unwrapping a data key by KMS key '%s'".formatted(wrapped.wrappedBy()), e);
        }
    }

    private static Map<String, String> context(Purpose purpose) {
        return Map.of(CONTEXT, purpose.code());
    }
}
