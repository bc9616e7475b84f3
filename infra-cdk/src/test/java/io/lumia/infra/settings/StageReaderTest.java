package io.lumia.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.infra.settings.StageSettings.AccountSettings;
import io.lumia.infra.settings.StageSettings.Egress;
import io.lumia.infra.settings.StageSettings.FunctionRuntime;
import io.lumia.infra.settings.StageSettings.KeyEncryption;
import io.lumia.infra.settings.StageSettings.MailSettings;
import io.lumia.infra.settings.StageSettings.Place;
import io.lumia.infra.settings.StageSettings.SiteSettings.Address;
import io.lumia.kernel.AppException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageReaderTest {

    private static final Path STAGES = Path.of("stages");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void stagesInTheCloudHaveNoNatGatewayAndFourteenDaysOfBackup(String stage) {
        StageSettings settings = StageReader.read(STAGES, stage);

        assertThat(settings.place()).isInstanceOfSatisfying(Place.Cloud.class, cloud -> {
            assertThat(cloud.network().egress()).isEqualTo(Egress.IPV6);
            assertThat(cloud.network().interfaceEndpoints()).isFalse();
            assertThat(cloud.database().minCapacity()).isZero();
            assertThat(cloud.database().backupDays()).isEqualTo(14);
            assertThat(cloud.database().deletionProtection()).isTrue();
        });
    }

    @Test
    void theAlwaysOnStageNeverSleepsAndHasSomebodyToTakeOver() {
        assertThat(StageReader.read(STAGES, "alwayson").place()).isInstanceOfSatisfying(Place.Cloud.class, cloud -> {
            assertThat(cloud.network().egress()).isEqualTo(Egress.NAT);
            assertThat(cloud.database().minCapacity()).isPositive();
            assertThat(cloud.database().readers()).isEqualTo(1);
        });
    }

    @Test
    void theEmulatorHasNeitherNetworkNorDatabase() {
        StageSettings settings = StageReader.read(STAGES, "emulator");

        assertThat(settings.place()).isInstanceOf(Place.Emulator.class);
    }

    @Test
    void whatIsNotSaidOfAFunctionIsNative() {
        StageSettings settings = StageReader.read(STAGES, "dev");

        assertThat(settings.functions().of("score-sentiment").runtime()).isEqualTo(FunctionRuntime.JVM);
        assertThat(settings.functions().of("load").runtime()).isEqualTo(FunctionRuntime.NATIVE);
        assertThat(settings.functions().of("load").memoryMegabytes()).isEmpty();
    }

    @Test
    void aStageMayRunOnTheJvmAltogether() throws IOException {
        StageSettings settings = StageReader.parse(
                "full.json", "full", full().replace("\"runtime\": \"native\"", "\"runtime\": \"jvm\""));

        assertThat(settings.functions().of("load").runtime()).isEqualTo(FunctionRuntime.JVM);
    }

    @Test
    void saysWhoMailsComeFromOrThatThereAreNone() throws IOException {
        assertThat(StageReader.parse("full.json", "full", full()).mail())
                .isEqualTo(new MailSettings.Sent(
                        "no-reply@lumia.example.com", "lumia.example.com", "https://lumia.example.com/confirm"));
        assertThat(StageReader.read(STAGES, "dev").mail()).isEqualTo(new MailSettings.None());
    }

    @Test
    void accountsBeginWithASecretSevenYearsOfAuditAndNoOtherIssuer() throws IOException {
        assertThat(StageReader.read(STAGES, "prod").accounts())
                .isEqualTo(new AccountSettings(KeyEncryption.SECRET, 7, Map.of()));
        assertThat(StageReader.read(STAGES, "prod").providers().contact()).isEmpty();
        assertThat(StageReader.parse("full.json", "full", full()).accounts().issuers())
                .hasEntrySatisfying("cognito", issuer -> {
                    assertThat(issuer.audiences()).containsExactly("our-client");
                    assertThat(issuer.roles()).containsExactly("Operators=admin", "Advisors=advisor");
                    assertThat(issuer.algorithms()).isEmpty();
                });
    }

    @Test
    void readsADomainOfOnesOwn() throws IOException {
        String text = full();

        assertThat(StageReader.parse("full.json", "full", text).site().address())
                .isEqualTo(new Address.Own(
                        "lumia.example.com",
                        "arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000"));
    }

    @Test
    void namesEveryFaultAtOnce() throws IOException {
        String text = full().replace("\"readers\": 1", "\"readers\": 3")
                .replace("\"max_capacity\": 8", "\"max_capacity\": 0.75")
                .replace("\"retained\": true", "\"retained\": \"yes\"")
                .replace("\"usage_key_required\": true,", "")
                .replace("\"burst\": 1000", "\"burst\": 1000, \"bursts\": 3");

        assertThatThrownBy(() -> StageReader.parse("full.json", "full", text))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("full.json has 5 fault(s)")
                .hasMessageContaining("database.readers is '3'; allowed: a whole number from 0 to 2")
                .hasMessageContaining("database.max_capacity is '0.75'; allowed: 1.0 to 256.0 in steps of 0.5")
                .hasMessageContaining("data.retained is 'yes'; allowed: true, false")
                .hasMessageContaining("api.usage_key_required is 'missing'; allowed: true, false")
                .hasMessageContaining("api.bursts is '3'; allowed: absent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"egress\": \"nat\" | \"egress\": \"vpn\" | network.egress is 'vpn'; allowed: none, ipv6, nat",
                "\"min_capacity\": 0.5 | \"min_capacity\": 9 | database.min_capacity is '9.0'; allowed: at most max_capacity",
                "\"stage\": \"full\" | \"stage\": \"other\" | stage is 'other'; allowed: its file's name, full",
                "\"log_days\": 90 | \"log_days\": 91 | functions.log_days is '91'",
                "\"schedules\": {} | \"schedules\": {\"a\": {\"cron\": \"cron(0 99 * * ? *)\"}} | functions.schedules.a.cron",
                "\"runtime\": \"native\" | \"runtime\": \"go\" | functions.runtime is 'go'; allowed: native, jvm",
                "\"architecture\": \"x86_64\" | \"architecture\": \"amd64\" | functions.architecture is 'amd64'; allowed: arm64, x86_64",
                "\"runtime\": \"jvm\" | \"runtime\": \"python\" | functions.overrides.score-sentiment.runtime is 'python'",
                "\"requests_per_day\": 2000000 | \"requests_per_day\": 0 | api.plans[1].requests_per_day is '0'",
                "\"brand\": \"Acme Advice\" | \"brand\": \"<b>Acme</b>\" | site.brand is '<b>Acme</b>'",
                "\"domain\": \"lumia.example.com\" | \"domain\": \"-\" | site.domain is '-'",
                "\"sender\": \"no-reply@ | \"sender\": \"Lumia no-reply@ | mail.sender is 'Lumia no-reply@",
                "\"identity\": \"lumia.example.com\" | \"identity\": \"example.com\" | mail.identity is 'example.com'; allowed: the sender or its domain",
                "\"key_encryption\": \"kms\" | \"key_encryption\": \"hsm\" | accounts.key_encryption is 'hsm'; allowed: secret, kms",
                "\"audit_retention_years\": 10 | \"audit_retention_years\": 0 | accounts.audit_retention_years is '0'; allowed: a whole number from 1 to 100",
                "\"cognito\": { | \"my-pool\": { | accounts.issuers is 'my-pool'; allowed: [a-z]",
                "\"issuer\": \"https:// | \"issuer\": \"http:// | accounts.issuers.cognito.issuer is 'http://",
                "\"key_set\": \"https:// | \"keys\": \"https:// | accounts.issuers.cognito.key_set is 'missing'",
                "\"audiences\": [\"our-client\"] | \"audiences\": [] | accounts.issuers.cognito.audiences is '[]'; allowed: a list of texts",
                "\"types\": [\"jwt\", | \"algorithms\": [\"HS256\"], \"types\": [\"jwt\", | accounts.issuers.cognito.algorithms is 'HS256'",
                "Operators=admin | Operators=root | accounts.issuers.cognito.roles is 'Operators=root'; allowed: theirs=ours",
                "lumia/profile.read=profile:read | a,b=profile:read | accounts.issuers.cognito.scopes is 'a,b=profile:read'",
                "\"contact\": \"ops@ | \"contact\": \"our ops@ | providers.contact is 'our ops@",
                "\"confirm_page\": \"https:// | \"confirm_page\": \"http:// | mail.confirm_page is 'http://",
            })
    void saysWhichFieldIsWrongAndWhatIsAllowed(String right, String wrong, String message) throws IOException {
        String text = full();
        assertThat(text).contains(right.strip());

        assertThatThrownBy(() -> StageReader.parse("full.json", "full", text.replace(right.strip(), wrong.strip())))
                .isInstanceOf(AppException.class)
                .hasMessageContaining(message.strip());
    }

    @Test
    void refusesANetworkThatEventsCannotLeave() throws IOException {
        String text = full().replace("\"nat\"", "\"none\"")
                .replace("\"interface_endpoints\": true", "\"interface_endpoints\": false");

        assertThatThrownBy(() -> StageReader.parse("full.json", "full", text))
                .hasMessageContaining("events must get out");
    }

    @Test
    void refusesWhatIsNoJsonAndAStageWithoutAFile() {
        assertThatThrownBy(() -> StageReader.parse("full.json", "full", "{"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("full.json is no JSON");
        assertThatThrownBy(() -> StageReader.read(STAGES, "qa"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("stage is 'qa'");
        assertThatThrownBy(() -> StageReader.read(STAGES, "../prod"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("allowed: [a-z]");
    }

    private static String full() throws IOException {
        return Files.readString(Path.of("src/test/resources/sample-stages/full.json"));
    }
}
