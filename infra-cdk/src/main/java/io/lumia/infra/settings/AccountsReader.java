package io.lumia.infra.settings;

import io.lumia.infra.settings.StageSettings.AccountSettings;
import io.lumia.infra.settings.StageSettings.Issuer;
import io.lumia.infra.settings.StageSettings.KeyEncryption;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads a stage's section {@code accounts}. Values of lists travel with commas between, so none may have one; names of
 * issuers become part of a variable's, so they have no dash.
 */
final class AccountsReader {

    private static final int MOST_YEARS = 100;
    private static final int MOST_LIFETIME_HOURS = 24;

    /** All variables of a function together may have 4 KB. */
    private static final int MOST_ISSUERS = 4;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,30}");
    private static final Pattern ADDRESS = Pattern.compile("https://[^\\s,]{1,200}");
    private static final Pattern TEXT = Pattern.compile("[^\\s,]{1,200}");
    private static final Pattern ALGORITHM = Pattern.compile("(ES|RS|PS)(256|384|512)");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9+.-]{1,40}");
    private static final Pattern PAIR = Pattern.compile("[^,]{1,150}=[^\\s,]{1,50}");

    private AccountsReader() {}

    static AccountSettings accounts(Section root) {
        try (Section section = root.section("accounts")) {
            return new AccountSettings(
                    section.choice("key_encryption", KeyEncryption.values()),
                    section.integer("audit_retention_years", 1, MOST_YEARS),
                    issuers(section));
        }
    }

    private static Map<String, Issuer> issuers(Section accounts) {
        Map<String, Issuer> issuers = accounts.members("issuers", AccountsReader::issuer);
        for (String name : issuers.keySet()) {
            if (!NAME.matcher(name).matches()) {
                accounts.fault("issuers", name, NAME.pattern());
            }
        }
        if (issuers.size() > MOST_ISSUERS) {
            accounts.fault("issuers", issuers.keySet(), "at most " + MOST_ISSUERS);
        }
        return issuers;
    }

    private static Issuer issuer(Section section) {
        return new Issuer(
                section.text("issuer", ADDRESS),
                section.text("key_set", ADDRESS),
                section.texts("audiences", TEXT),
                section.textIfThere("audience_claim", TEXT),
                section.textsIfThere("algorithms", ALGORITHM),
                section.textsIfThere("types", TYPE),
                section.textsIfThere("required", PAIR),
                section.textIfThere("role_claim", TEXT),
                mapping(section, "roles", Role::find),
                section.textIfThere("scope_claim", TEXT),
                mapping(section, "scopes", Scope::find),
                section.has("most_lifetime_hours")
                        ? section.integer("most_lifetime_hours", 1, MOST_LIFETIME_HOURS)
                        : MOST_LIFETIME_HOURS);
    }

    /** {@code theirs=ours}, with a word of ours. */
    private static List<String> mapping(Section section, String field, Function<String, Optional<?>> ours) {
        List<String> pairs = section.textsIfThere(field, PAIR);
        for (String pair : pairs) {
            if (ours.apply(pair.substring(pair.lastIndexOf('=') + 1)).isEmpty()) {
                section.fault(field, pair, "theirs=ours, with a word of ours");
            }
        }
        return pairs;
    }
}
