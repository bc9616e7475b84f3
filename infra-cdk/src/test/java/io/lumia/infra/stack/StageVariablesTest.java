package io.lumia.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.infra.stack.Templates.Resource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a stage's settings say of accounts and providers reaches the functions that it is for, and no others. */
class StageVariablesTest {

    private static final String KMS_VARIABLE = "LUMIA_ACCOUNTS_KEY_ENCRYPTION_KMS_KEY";
    private static final String SECRET_VARIABLE = "LUMIA_SECRETS_ACCOUNTS_KEY_ENCRYPTION_SECRETS";

    private final Templates dev = Templates.ofRepository("dev");
    private final Templates full = Templates.ofRepositoryOnSample("full");

    @Test
    void theAuditLogIsKeptAsLongAsTheStageSays() {
        assertThat(told(dev, "LUMIA_AUDIT_RETENTION_YEARS")).containsExactly(Map.entry("keep-accounts", "7"));
        assertThat(told(full, "LUMIA_AUDIT_RETENTION_YEARS")).containsExactly(Map.entry("keep-accounts", "10"));
    }

    @Test
    void thoseWhoAskOthersSayWhoAsksWhereTheStageHasAContact() {
        assertThat(told(dev, "LUMIA_PROVIDERS_CONTACT")).isEmpty();
        assertThat(told(full, "LUMIA_PROVIDERS_CONTACT"))
                .containsExactly(
                        Map.entry("collect", "ops@lumia.example.com"),
                        Map.entry("deliver-webhooks", "ops@lumia.example.com"));
    }

    @Test
    void anotherIssuerIsKnownToTheFunctionThatSaysWhoCallsAlone() {
        assertThat(told(dev, "LUMIA_ACCOUNTS_ISSUERS_COGNITO_ISSUER")).isEmpty();
        assertThat(told(full, "LUMIA_ACCOUNTS_ISSUERS_COGNITO_ISSUER"))
                .containsExactly(
                        Map.entry("authorize", "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_EXAMPLE"));
        assertThat(told(full, "LUMIA_ACCOUNTS_ISSUERS_COGNITO_ROLES"))
                .containsExactly(Map.entry("authorize", "Operators=admin,Advisors=advisor"));
        assertThat(told(full, "LUMIA_ACCOUNTS_ISSUERS_COGNITO_TYPES"))
                .containsExactly(Map.entry("authorize", "jwt,none"));
        assertThat(told(full, "LUMIA_ACCOUNTS_ISSUERS_COGNITO_MOST_LIFETIME"))
                .containsExactly(Map.entry("authorize", "24h"));
        assertThat(told(full, "LUMIA_ACCOUNTS_ISSUERS_COGNITO_ALGORITHMS"))
                .as("left to the function")
                .isEmpty();
    }

    @Test
    void aSecretWrapsTheKeysOfAccountsUnlessTheStageHasAKeyForThem() {
        assertThat(told(dev, KMS_VARIABLE)).isEmpty();
        assertThat(told(dev, SECRET_VARIABLE)).containsOnlyKeys("account-api", "authorize");
        assertThat(dev.ofType("AWS::KMS::Alias", StageVariablesTest::isOfAccounts))
                .isEmpty();

        assertThat(told(full, KMS_VARIABLE)).containsOnlyKeys("account-api", "authorize");
        assertThat(told(full, SECRET_VARIABLE)).isEmpty();
    }

    /** Who changes the setting of a stage in use loses nothing that cannot be had back by changing it again. */
    @Test
    void theSecretStaysWhereAKeyIsUsedAndNobodyMayReadIt() {
        String id = full.only("AWS::SecretsManager::Secret", "/Name", "lumia/full/accounts-key-encryption-secrets")
                .id();

        for (Resource role : full.ofType("AWS::IAM::Role")) {
            assertThat(role.properties().toString())
                    .as(role.property("/RoleName").asText())
                    .doesNotContain(id);
        }
    }

    @Test
    void theKeyOfAccountsTurnsByItselfAndOutlivesItsStack() {
        Resource key = accountsKey();

        assertThat(key.property("/EnableKeyRotation").asBoolean()).isTrue();
        assertThat(key.node().path("DeletionPolicy").asText()).isEqualTo("Retain");
        assertThat(key.node().path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
    }

    /** The code calls Encrypt and Decrypt, each with a purpose. */
    @Test
    void onlyThoseWhoOpenKeysOfAccountsMayUseItAndOnlyWithAPurpose() {
        String id = accountsKey().id();
        Map<String, JsonNode> allowed = new TreeMap<>();
        for (Resource role : full.ofType("AWS::IAM::Role")) {
            Templates.statements(role)
                    .filter(statement -> statement.path("Resource").toString().contains(id))
                    .forEach(statement -> allowed.put(role.property("/RoleName").asText(), statement));
        }

        assertThat(allowed).containsOnlyKeys("lumia-full-account-api", "lumia-full-authorize");
        assertThat(allowed.values()).allSatisfy(statement -> {
            assertThat(List.of(
                            statement.at("/Action/0").asText(),
                            statement.at("/Action/1").asText(),
                            statement.at("/Action/2").asText()))
                    .containsExactly("kms:Encrypt", "kms:Decrypt", "");
            assertThat(statement
                            .at("/Condition/Null/kms:EncryptionContext:lumia-purpose")
                            .asText())
                    .isEqualTo("false");
        });
    }

    @Test
    void theKeyServiceIsReachedInsideTheNetworkWhereOthersAre() {
        assertThat(full.ofType(
                        "AWS::EC2::VPCEndpoint",
                        endpoint -> endpoint.property("/ServiceName").toString().contains(".kms")))
                .hasSize(1);
    }

    static boolean isOfAccounts(Resource alias) {
        return alias.property("/AliasName").asText().endsWith("-accounts");
    }

    private Resource accountsKey() {
        String id = full.ofType("AWS::KMS::Alias", StageVariablesTest::isOfAccounts)
                .getFirst()
                .property("/TargetKeyId/Fn::GetAtt/0")
                .asText();
        return full.ofType("AWS::KMS::Key", key -> key.id().equals(id)).getFirst();
    }

    /** By function, what it is told by a variable. */
    private static Map<String, String> told(Templates templates, String variable) {
        Map<String, String> told = new TreeMap<>();
        for (Resource function : templates.ofType("AWS::Lambda::Function")) {
            JsonNode value = function.property("/Environment/Variables/" + variable);
            if (!value.isMissingNode()) {
                String name = function.property("/FunctionName").asText();
                told.put(name.replaceFirst("^lumia-[a-z]+-", ""), value.asText());
            }
        }
        return told;
    }
}
