package io.lumia.local.cloud;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
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

    /** Of which S3 says nothing where a bucket lies in it. */
    private static final String FIRST_REGION = "us-east-1";

    private final URI endpoint;
    private final String region;
    private final S3Client s3;

    EmulatedObjects(Emulator emulator) {
        this.endpoint = emulator.endpoint();
        this.region = emulator.region();
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
        for (String bucket : buckets("")) {
            int there = call("listing objects", () -> s3.listObjectsV2(
                            request -> request.bucket(bucket).prefix(prefix))
                    .keyCount());
            if (there > 0) {
                return "%d objects or more in %s".formatted(there, bucket);
            }
        }
        throw new AppException(ErrorCode.NOT_FOUND, "no bucket holds an object " + prefix + "…");
    }

    /** Names of those whose name begins so, in the emulator's region: S3 lists those of all. */
    List<String> buckets(String bucketPrefix) {
        return call("listing buckets", () -> s3.listBuckets().buckets()).stream()
                .map(Bucket::name)
                .filter(name -> name.startsWith(bucketPrefix))
                .filter(this::isHere)
                .toList();
    }

    private boolean isHere(String bucket) {
        String location = call(
                "asking for the region of bucket " + bucket,
                () -> s3.getBucketLocation(request -> request.bucket(bucket)).locationConstraintAsString());
        return region.equals(location == null || location.isEmpty() ? FIRST_REGION : location);
    }

    /** Empties our buckets, which no stack can delete as long as anything lies in them. */
    void deleteAll(String bucketPrefix) {
        buckets(bucketPrefix).forEach(bucket -> call("emptying bucket " + bucket, () -> empty(bucket)));
    }

    /** How many lay in it. */
    private int empty(String bucket) {
        int deleted = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            List<S3Object> objects = s3.listObjectsV2(
                            request -> request.bucket(bucket).maxKeys(MOST_DELETED))
                    .contents();
            if (objects.isEmpty()) {
                return deleted;
            }
            List<ObjectIdentifier> keys = objects.stream()
                    .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                    .toList();
            s3.deleteObjects(request -> request.bucket(bucket).delete(all -> all.objects(keys)));
            deleted += keys.size();
        }
        throw new AppException(
                ErrorCode.LIMIT_REACHED, "bucket %s is not empty after %,d objects".formatted(bucket, deleted));
    }

    private <T> T call(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new AppException(
                    ErrorCode.TRANSPORT_UNAVAILABLE,
                    "%s at %s failed: %s".formatted(what, endpoint, e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        s3.close();
    }
}
