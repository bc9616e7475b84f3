package io.lumia.infra.settings;

import io.lumia.infra.settings.StageSettings.MailSettings;
import java.util.ArrayList;
import java.util.List;

/** What a stage will lack as it is set up, for who deploys it: nothing of it is a fault, and none of it shows in a template. */
public final class StageWarnings {

    private StageWarnings() {}

    /** Sentences that name field and file. */
    public static List<String> of(StageSettings settings) {
        String file = "infra-cdk/stages/%s.json".formatted(settings.stage());
        List<String> warnings = new ArrayList<>();
        if (settings.mail() instanceof MailSettings.None) {
            warnings.add(
                    "nobody can register on stage '%s' (POST /api/v1/users answers 503): mail in %s is {}; set mail.sender, mail.identity and mail.confirm_page, see docs/deploy.md, Mails"
                            .formatted(settings.stage(), file));
        }
        if (settings.providers().contact().isEmpty()) {
            warnings.add(
                    "providers that want to know who asks, such as the SEC, are not asked: providers.contact in %s is empty"
                            .formatted(file));
        }
        return List.copyOf(warnings);
    }
}
