package io.lumia.local.cloud;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What lies in the emulator's buckets. */
final class EmulatedObjects implements AutoCloseable {

    /** By S3, of one call. */
    private static final int MOST_DELETED = 1_000;

    private static final int MOST_PAGES = 1_000;

    private final S3Client s3;

    EmulatedObjects(Emulator emulator) {
        this.s3 = S3Client.builder()
                .endpointOverride(emulator.endpoint())
                .forcePathStyle(true)
                .region(Region.of(emulator.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** How many lie where, in words; fails where there are none. */
    String shown(String prefix) {
        try {
            for (Bucket bucket : s3.listBuckets().buckets()) {
                int there = s3.listObjectsV2(
                                request -> request.bucket(bucket.name()).prefix(prefix))
                        .keyCount();
                if (there > 0) {
                    return "%d objects or more in %s".formatted(there, bucket.name());
                }
            }
        } catch (SdkException e) {
            throw new AppException(ErrorCode.TRANSPORT_UNAVAILABLE, "listing objects failed: " + e.getMessage(), e);
        }
        throw new AppException(ErrorCode.NOT_FOUND, "no bucket holds an object " + prefix + "…");
    }

    /** Empties our buckets, which no stack can delete as long as anything lies in them. */
    void deleteAll(String bucketPrefix) {
        for (Bucket bucket : s3.listBuckets().buckets()) {
            if (bucket.name().startsWith(bucketPrefix)) {
                empty(bucket.name());
            }
        }
    }

    private void empty(String bucket) {
        for (int page = 0; page < MOST_PAGES; page++) {
            List<S3Object> objects = s3.listObjectsV2(
                            request -> request.bucket(bucket).maxKeys(MOST_DELETED))
                    .contents();
            if (objects.isEmpty()) {
                return;
            }
            List<ObjectIdentifier> keys = objects.stream()
                    .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                    .toList();
            s3.deleteObjects(request -> request.bucket(bucket).delete(all -> all.objects(keys)));
        }
    }

    @Override
    public void close() {
        s3.close();
    }
}
