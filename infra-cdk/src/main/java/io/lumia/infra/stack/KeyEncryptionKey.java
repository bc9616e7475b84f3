package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings;
import io.lumia.infra.settings.StageSettings.KeyEncryption;
import io.lumia.platform.lambda.FunctionDefinition;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What wraps the data keys of accounts: the secret that {@code function.json} names, or in its place a KMS key. Who names the
 * secret opens signing keys or addresses, and is told of the key instead where a stage has one.
 */
final class KeyEncryptionKey {

    private static final String SECRET = "accounts-key-encryption-secrets";

    private KeyEncryptionKey() {}

    static boolean isUsedBy(FunctionDefinition function) {
        return function.secrets().contains(SECRET);
    }

    static boolean isInKms(StageSettings settings) {
        return settings.accounts().keyEncryption() == KeyEncryption.KMS;
    }

    /** Secrets that the function reads on the stage. */
    static List<String> secrets(FunctionDefinition function, StageSettings settings) {
        return isInKms(settings)
                ? function.secrets().stream()
                        .filter(secret -> !secret.equals(SECRET))
                        .toList()
                : function.secrets();
    }

    /** As {@code KmsFactory} of the accounts reads it. */
    static Map<String, String> variables(FunctionDefinition function, DataStack.Kept kept) {
        return isUsedBy(function)
                ? kept.accountsKeyArn()
                        .map(arn -> Map.of("LUMIA_ACCOUNTS_KEY_ENCRYPTION_KMS_KEY", arn))
                        .orElse(Map.of())
                : Map.of();
    }

    /**
     * Data keys are made by the function itself, so it asks for no {@code GenerateDataKey}. Only with a purpose, which is part of
     * what is authenticated and stands in CloudTrail.
     */
    static List<PolicyStatement> statements(FunctionDefinition function, DataStack.Kept kept) {
        if (!isUsedBy(function)) {
            return List.of();
        }
        return kept
                .accountsKeyArn()
                .map(arn -> PolicyStatement.Builder.create()
                        .effect(Effect.ALLOW)
                        .actions(List.of("kms:Encrypt", "kms:Decrypt"))
                        .resources(List.of(arn))
                        .conditions(Map.of("Null", Map.of("kms:EncryptionContext:lumia-purpose", "false")))
                        .build())
                .stream()
                .toList();
    }
}
