package io.lumia.infra.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lumia.infra.settings.StageSettings.ApiSettings;
import io.lumia.infra.settings.StageSettings.Architecture;
import io.lumia.infra.settings.StageSettings.DataSettings;
import io.lumia.infra.settings.StageSettings.DatabaseSettings;
import io.lumia.infra.settings.StageSettings.Egress;
import io.lumia.infra.settings.StageSettings.FunctionOverride;
import io.lumia.infra.settings.StageSettings.FunctionRuntime;
import io.lumia.infra.settings.StageSettings.FunctionsSettings;
import io.lumia.infra.settings.StageSettings.MailSettings;
import io.lumia.infra.settings.StageSettings.NetworkSettings;
import io.lumia.infra.settings.StageSettings.Place;
import io.lumia.infra.settings.StageSettings.Plan;
import io.lumia.infra.settings.StageSettings.ProviderSettings;
import io.lumia.infra.settings.StageSettings.SiteSettings;
import io.lumia.infra.settings.StageSettings.WatchSettings;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.lambda.CronSchedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code stages/<stage>.json}. The limits are AWS's own where AWS has some. */
public final class StageReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Short, since names of 64 characters must hold it beside a function's of 48. */
    private static final Pattern STAGE = Pattern.compile("[a-z][a-z0-9]{1,8}");

    private static final Pattern CIDR = Pattern.compile("10\\.\\d{1,3}\\.0\\.0/16");
    private static final Pattern POSTGRES_VERSION = Pattern.compile("1[67]\\.\\d{1,2}");
    private static final Pattern PLAN = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    /** Whatever letters, no markup, not too long for a phone. */
    private static final Pattern BRAND = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .,&'’-]{0,29}");

    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9-]{1,63}\\.)+[a-z]{2,63}");
    private static final Pattern SENDER = Pattern.compile("[A-Za-z0-9._+-]{1,64}@([A-Za-z0-9-]{1,63}\\.)+[a-z]{2,63}");
    private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9._+@-]{4,320}");
    /** As {@code WebSettings} of the platform takes it. */
    private static final Pattern CONTACT = Pattern.compile("[\\x21-\\x7e&&[^()\\\\]]{0,200}");

    private static final Pattern CONFIRM_PAGE = Pattern.compile("https://[^\\s#]{1,300}");
    private static final Pattern CERTIFICATE =
            Pattern.compile("arn:aws:acm:us-east-1:\\d{12}:certificate/[0-9a-f-]{36}");

    private static final Pattern CRON = Pattern.compile("cron\\(.{11,200}\\)");

    /** What CloudWatch Logs takes as retention. */
    private static final Set<Integer> LOG_DAYS = Set.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    private StageReader() {}

    /** Reads {@code <stage>.json} of a folder; the file must name the stage that its own name says. */
    public static StageSettings read(Path folder, String stage) {
        if (!STAGE.matcher(stage).matches()) {
            throw AppException.invalid("stage", stage, STAGE.pattern());
        }
        Path file = folder.resolve(stage + ".json");
        try {
            return parse(file.getFileName().toString(), stage, Files.readString(file));
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.INVALID_INPUT, "stage is '%s'; allowed: those with a file %s".formatted(stage, file), e);
        }
    }

    /** Reads a file's text. */
    static StageSettings parse(String file, String stage, String text) {
        Faults faults = new Faults(file);
        StageSettings settings;
        try (Section root = new Section("", tree(file, text), faults)) {
            settings = settings(root);
            if (!settings.stage().equals(stage)) {
                root.fault("stage", settings.stage(), "its file's name, " + stage);
            }
        }
        faults.throwIfAny();
        return settings;
    }

    private static JsonNode tree(String file, String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new AppException(
                    ErrorCode.INVALID_INPUT, "%s is no JSON: %s".formatted(file, e.getOriginalMessage()), e);
        }
    }

    private static StageSettings settings(Section root) {
        return new StageSettings(
                root.text("stage", STAGE),
                place(root),
                data(root),
                functions(root),
                api(root),
                AccountsReader.accounts(root),
                providers(root),
                mail(root),
                site(root),
                watch(root));
    }

    private static Place place(Section root) {
        return switch (root.choice("place", PlaceKind.values())) {
            case AWS -> new Place.Cloud(network(root), database(root));
            case EMULATOR -> new Place.Emulator();
        };
    }

    private static NetworkSettings network(Section root) {
        try (Section section = root.section("network")) {
            NetworkSettings network = new NetworkSettings(
                    section.text("cidr", CIDR),
                    section.choice("egress", Egress.values()),
                    section.yesOrNo("interface_endpoints"),
                    section.yesOrNo("flow_logs"));
            if (network.egress() == Egress.NONE && !network.interfaceEndpoints()) {
                section.fault("egress", "none", "ipv6 or nat, or interface_endpoints true: events must get out");
            }
            return network;
        }
    }

    private static DatabaseSettings database(Section root) {
        try (Section section = root.section("database")) {
            DatabaseSettings database = new DatabaseSettings(
                    section.text("engine_version", POSTGRES_VERSION),
                    section.halves("min_capacity", 0, 256),
                    section.halves("max_capacity", 1, 256),
                    section.integer("pause_after_seconds", 300, 86_400),
                    section.integer("readers", 0, 2),
                    section.integer("backup_days", 1, 35),
                    section.yesOrNo("deletion_protection"));
            if (database.minCapacity() > database.maxCapacity()) {
                section.fault("min_capacity", database.minCapacity(), "at most max_capacity");
            }
            return database;
        }
    }

    private static DataSettings data(Section root) {
        try (Section section = root.section("data")) {
            return new DataSettings(
                    section.yesOrNo("retained"),
                    section.integer("cold_after_days", 30, 3_650),
                    section.integer("event_archive_days", 1, 365));
        }
    }

    private static FunctionsSettings functions(Section root) {
        try (Section section = root.section("functions")) {
            return new FunctionsSettings(
                    section.choice("architecture", Architecture.values()),
                    section.choice("runtime", FunctionRuntime.values()),
                    section.yesOrNo("reserved_concurrency"),
                    logDays(section),
                    overrides(section),
                    schedules(section));
        }
    }

    private static Map<String, FunctionOverride> overrides(Section functions) {
        return functions.members(
                "overrides",
                section -> new FunctionOverride(
                        section.choice("runtime", FunctionRuntime.values()),
                        section.has("memory_mb")
                                ? OptionalInt.of(section.integer("memory_mb", 128, 10_240))
                                : OptionalInt.empty()));
    }

    /** Each is {@code {"cron": "cron(…)"}}; the zone stays what function.json says. */
    private static Map<String, String> schedules(Section functions) {
        return functions.members("schedules", StageReader::cron);
    }

    private static String cron(Section section) {
        String expression = section.text("cron", CRON);
        try {
            return CronSchedule.parse(expression, "UTC").expression();
        } catch (AppException e) {
            section.fault("cron", expression, e.getMessage());
            return expression;
        }
    }

    private static ApiSettings api(Section root) {
        try (Section section = root.section("api")) {
            return new ApiSettings(
                    section.integer("requests_per_second", 1, 10_000),
                    section.integer("burst", 1, 5_000),
                    logDays(section),
                    section.yesOrNo("usage_key_required"),
                    section.list("plans", StageReader::plan),
                    section.has("firewall_requests_per_five_minutes")
                            ? OptionalInt.of(section.integer("firewall_requests_per_five_minutes", 10, 20_000_000))
                            : OptionalInt.empty());
        }
    }

    private static Plan plan(Section section) {
        return new Plan(
                section.text("name", PLAN),
                section.integer("requests_per_second", 1, 10_000),
                section.integer("burst", 1, 5_000),
                section.integer("requests_per_day", 1, 100_000_000));
    }

    private static ProviderSettings providers(Section root) {
        try (Section section = root.section("providers")) {
            return new ProviderSettings(section.text("contact", CONTACT));
        }
    }

    /** An empty section says that no mails are sent. */
    private static MailSettings mail(Section root) {
        try (Section section = root.section("mail")) {
            if (!section.has("sender")) {
                return new MailSettings.None();
            }
            MailSettings.Sent mail = new MailSettings.Sent(
                    section.text("sender", SENDER),
                    section.text("identity", IDENTITY),
                    section.text("confirm_page", CONFIRM_PAGE));
            if (!mail.sender().equals(mail.identity()) && !mail.sender().endsWith("@" + mail.identity())) {
                section.fault("identity", mail.identity(), "the sender or its domain");
            }
            return mail;
        }
    }

    private static SiteSettings site(Section root) {
        try (Section section = root.section("site")) {
            SiteSettings.Address address = section.has("domain")
                    ? new SiteSettings.Address.Own(
                            section.text("domain", DOMAIN), section.text("certificate_arn", CERTIFICATE))
                    : new SiteSettings.Address.Given();
            return new SiteSettings(address, section.text("brand", BRAND));
        }
    }

    private static WatchSettings watch(Section root) {
        try (Section section = root.section("watch")) {
            return new WatchSettings(
                    section.integer("monthly_budget_dollars", 1, 1_000_000),
                    section.integer("api_p95_milliseconds", 10, 29_000),
                    section.integer("api_errors_per_thousand", 1, 1_000) / 1_000.0,
                    section.integer("oldest_message_seconds", 60, 86_400));
        }
    }

    private static int logDays(Section section) {
        int days = section.integer("log_days", 1, 3_653);
        if (!LOG_DAYS.contains(days)) {
            section.fault("log_days", days, LOG_DAYS.stream().sorted().toList().toString());
        }
        return days;
    }

    /** As a file says it. */
    private enum PlaceKind {
        AWS,
        EMULATOR
    }
}
