package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings;
import io.lumia.infra.settings.StageSettings.MailSettings;
import io.lumia.platform.lambda.FunctionDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * Mails about accounts. Like {@link KeptSchedules} it is none of what {@code function.json} has a word for, so it stands here.
 * The identity is not made here: that a domain is ours is shown to SES by records in its DNS, which are somebody else's.
 */
final class SentMails {

    private static final Set<String> SENDERS = Set.of("account-api");

    private SentMails() {}

    /** Whether the function sends mails wherever a stage sends any. */
    static boolean areSentBy(FunctionDefinition function) {
        return SENDERS.contains(function.name());
    }

    /** As {@code SesFactory} of the accounts reads them; the word {@code none} where no mails are sent. */
    static Map<String, String> variables(StageSettings settings) {
        return switch (settings.mail()) {
            case MailSettings.None _ -> Map.of("LUMIA_ACCOUNTS_MAIL_SENDER", "none");
            case MailSettings.Sent sent ->
                Map.of(
                        "LUMIA_ACCOUNTS_MAIL_SENDER", sent.sender(),
                        "LUMIA_ACCOUNTS_MAIL_CONFIRM_PAGE", sent.confirmPage());
        };
    }

    /** From one address of one identity. */
    static List<PolicyStatement> statements(StageSettings settings) {
        return switch (settings.mail()) {
            case MailSettings.None _ -> List.of();
            case MailSettings.Sent sent ->
                List.of(PolicyStatement.Builder.create()
                        .effect(Effect.ALLOW)
                        .actions(List.of("ses:SendEmail"))
                        .resources(List.of(Names.arn("ses", "identity/" + sent.identity())))
                        .conditions(Map.of("StringEquals", Map.of("ses:FromAddress", sent.sender())))
                        .build());
        };
    }
}
