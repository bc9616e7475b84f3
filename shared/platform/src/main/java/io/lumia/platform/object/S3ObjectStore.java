package io.lumia.platform.object;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.aws.AwsFailures;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** {@link ObjectStore} in an S3 bucket, whose puts replace an object as a whole. */
final class S3ObjectStore implements ObjectStore {

    private final S3Client s3;
    private final String bucket;
    private final String prefix;

    /** @param prefix empty, or a folder's name ending in {@code /} */
    S3ObjectStore(S3Client s3, String bucket, String prefix) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public void put(String key, byte[] content, String contentType) {
        String name = name(key);
        try {
            s3.putObject(
                    request -> request.bucket(bucket).key(name).contentType(contentType),
                    RequestBody.fromBytes(content));
        } catch (SdkException e) {
            throw AwsFailures.translated("writing object " + shown(name), e);
        }
    }

    @Override
    public byte[] get(String key, int maxBytes) {
        String name = name(key);
        try (ResponseInputStream<GetObjectResponse> content =
                s3.getObject(request -> request.bucket(bucket).key(name))) {
            return read(content, key, maxBytes);
        } catch (NoSuchKeyException e) {
            throw new AppException(ErrorCode.NOT_FOUND, "object %s does not exist".formatted(shown(name)), e);
        } catch (SdkException e) {
            throw AwsFailures.translated("reading object " + shown(name), e);
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.TRANSPORT_UNAVAILABLE, "reading object %s broke off: %s".formatted(shown(name), e), e);
        }
    }

    /** Cuts the connection to what is too large, or closing it would read the rest first. */
    private static byte[] read(ResponseInputStream<GetObjectResponse> content, String key, int maxBytes)
            throws IOException {
        try {
            if (content.response().contentLength() > maxBytes) {
                throw BoundedReading.tooLarge(key, maxBytes);
            }
            return BoundedReading.read(content, key, maxBytes);
        } catch (AppException e) {
            content.abort();
            throw e;
        }
    }

    private String name(String key) {
        return prefix + ObjectKeys.checked(key);
    }

    private String shown(String name) {
        return "s3://%s/%s".formatted(bucket, name);
    }
}
