package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings.DataSettings;
import io.lumia.platform.secret.SecretVariables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** What outlives every release: the key, raw answers as received, secrets, and calls by the clock that failed. */
final class DataStack extends Stack {

    private static final int KEPT_VERSION_DAYS = 30;
    private static final int ACCESS_LOG_DAYS = 90;
    private static final int UNFINISHED_UPLOAD_DAYS = 7;
    /** Letters and digits that read as base 64 of 32 bytes: what peppers and key-encryption secrets have to be. */
    private static final int SECRET_CHARACTERS = 43;

    private final RemovalPolicy removal;
    private final Key key;
    private final Bucket landing;
    private final Optional<Key> accountsKey;
    private final SortedMap<String, String> secretArns;

    /**
     * @param secrets      names from function.json
     * @param accountsKey whether accounts have a key-encryption key of their own
     */
    DataStack(
            Construct scope,
            String id,
            StackProps props,
            Names names,
            DataSettings settings,
            SortedSet<String> secrets,
            boolean accountsKey) {
        super(scope, id, props);
        this.removal = settings.retained() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
        this.key = key(names);
        this.landing = landing(settings);
        this.accountsKey = accountsKey ? Optional.of(accountsKey(names)) : Optional.empty();
        this.secretArns = new TreeMap<>();
        QueueUnit.deadLetters(this, "FailedTicks", names.of(Names.FAILED_TICKS));
        secrets.forEach(secret -> secretArns.put(secret, secret(names, secret).getSecretArn()));
    }

    /** What functions are told of it. */
    Kept kept() {
        return new Kept(
                key.getKeyArn(),
                landing.getBucketName(),
                landing.getBucketArn(),
                accountsKey.map(Key::getKeyArn),
                secretArns);
    }

    /** Stays even where buckets do not: without it no snapshot of the database could be read again. */
    private Key key(Names names) {
        return Key.Builder.create(this, "Key")
                .alias("alias/" + names.of("data"))
                .description("Lumia %s: database, raw answers, secrets".formatted(names.stage()))
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    /** Stays whatever becomes of the stage: who loses it loses every address, and with them every sign-in. */
    private Key accountsKey(Names names) {
        return Key.Builder.create(this, "AccountsKey")
                .alias("alias/" + names.of("accounts"))
                .description("Lumia %s: wraps the keys of accounts".formatted(names.stage()))
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    private Bucket landing(DataSettings settings) {
        return Bucket.Builder.create(this, "Landing")
                .encryption(BucketEncryption.KMS)
                .encryptionKey(key)
                .bucketKeyEnabled(true)
                .versioned(true)
                .enforceSsl(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .serverAccessLogsBucket(accessLogs())
                .serverAccessLogsPrefix("landing/")
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("cold")
                        .transitions(List.of(Transition.builder()
                                .storageClass(StorageClass.GLACIER_INSTANT_RETRIEVAL)
                                .transitionAfter(Duration.days(settings.coldAfterDays()))
                                .build()))
                        .noncurrentVersionExpiration(Duration.days(KEPT_VERSION_DAYS))
                        .abortIncompleteMultipartUploadAfter(Duration.days(UNFINISHED_UPLOAD_DAYS))
                        .build()))
                .removalPolicy(removal)
                .build();
    }

    private Bucket accessLogs() {
        Bucket bucket = Bucket.Builder.create(this, "AccessLogs")
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("old")
                        .expiration(Duration.days(ACCESS_LOG_DAYS))
                        .build()))
                .removalPolicy(removal)
                .build();
        Explained.finding(bucket, "S1", "It holds the access logs; logging itself into itself would never end.");
        return bucket;
    }

    /** Random at first, which suits peppers and signing seeds; keys that others gave us are put in by hand. */
    private Secret secret(Names names, String name) {
        Secret.Builder builder = Secret.Builder.create(this, "Secret" + Names.id(name))
                .secretName(secretName(names, name))
                .encryptionKey(key)
                .removalPolicy(removal);
        if (SecretVariables.isKeyRing(name)) {
            builder.secretObjectValue(Map.of());
        } else {
            builder.generateSecretString(SecretStringGenerator.builder()
                    .passwordLength(SECRET_CHARACTERS)
                    .excludePunctuation(true)
                    .build());
        }
        Secret secret = builder.build();
        Explained.finding(
                secret,
                "SMG4",
                "A pepper or an outside provider's key cannot be replaced by a timer: what it protects would be lost.");
        return secret;
    }

    private static String secretName(Names names, String secret) {
        return "lumia/%s/%s".formatted(names.stage(), secret);
    }

    /**
     * What is kept, for those who use it.
     *
     * @param accountsKeyArn empty where a secret wraps the data keys of accounts
     * @param secretArns     by the names that function.json gives
     */
    record Kept(
            String keyArn,
            String bucketName,
            String bucketArn,
            Optional<String> accountsKeyArn,
            SortedMap<String, String> secretArns) {

        /** With secrets told by their names: an emulator that only pretends to make them exports nothing of them. */
        Kept withSecretsByName(Names names) {
            SortedMap<String, String> arns = new TreeMap<>();
            secretArns
                    .keySet()
                    .forEach(secret ->
                            arns.put(secret, Names.arn("secretsmanager", "secret:" + secretName(names, secret))));
            return new Kept(keyArn, bucketName, bucketArn, accountsKeyArn, arns);
        }

        /** Secrets' ARNs in the order of the names asked for. */
        List<String> secretArns(List<String> names) {
            List<String> arns = new ArrayList<>();
            names.forEach(name -> arns.add(Objects.requireNonNull(secretArns.get(name))));
            return arns;
        }
    }
}
