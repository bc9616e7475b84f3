package io.lumia.infra.settings;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Everything in which stages differ. A stage lies in one account and region, which the settings do not name: the command
 * that deploys does.
 *
 * @param stage     short name, part of every resource's name: {@code lumia-<stage>-…}
 * @param place     the cloud with its network and database, or an emulator that has neither
 * @param data      what is kept
 * @param functions how functions run
 * @param api       the REST API
 * @param accounts  people's accounts
 * @param providers who collectors ask
 * @param mail      who mails about accounts come from, if any are sent
 * @param site      the web site
 * @param watch     alarms and budget
 */
public record StageSettings(
        String stage,
        Place place,
        DataSettings data,
        FunctionsSettings functions,
        ApiSettings api,
        AccountSettings accounts,
        ProviderSettings providers,
        MailSettings mail,
        SiteSettings site,
        WatchSettings watch) {

    /** Where the stage runs. */
    public sealed interface Place {

        /** An AWS account: a private network with Aurora in it. */
        record Cloud(NetworkSettings network, DatabaseSettings database) implements Place {}

        /** An endpoint that acts as AWS; the database is a PostgreSQL elsewhere, given as parameters. */
        record Emulator() implements Place {}
    }

    /**
     * The private network, in two availability zones: as many as Aurora needs, and as many as a template can name that knows
     * no region.
     *
     * @param egress             how functions in it reach what is outside
     * @param interfaceEndpoints whether AWS services are reached by endpoints inside, each billed by the hour and zone
     * @param flowLogs           whether connections are logged, billed by volume
     */
    public record NetworkSettings(String cidr, Egress egress, boolean interfaceEndpoints, boolean flowLogs) {}

    /** The way out of the private network. */
    public enum Egress {
        /** None: only the database, S3 and interface endpoints. */
        NONE,
        /** An egress-only gateway, free; what speaks only IPv4 is out of reach. */
        IPV6,
        /** One NAT gateway for IPv4 beside the egress-only gateway, billed by the hour. */
        NAT
    }

    /**
     * Aurora PostgreSQL Serverless v2.
     *
     * @param minCapacity       in Aurora capacity units of about 2 GiB; 0 lets it pause
     * @param maxCapacity       in Aurora capacity units
     * @param pauseAfterSeconds idle time before it pauses; of use only with a least capacity of 0
     * @param readers           further instances, which take over when the first fails
     * @param backupDays        for so long any second can be restored
     */
    public record DatabaseSettings(
            String engineVersion,
            double minCapacity,
            double maxCapacity,
            int pauseAfterSeconds,
            int readers,
            int backupDays,
            boolean deletionProtection) {}

    /**
     * What is kept.
     *
     * @param retained          whether buckets and keys outlive their stack
     * @param coldAfterDays     when a raw answer moves to cheaper storage
     * @param eventArchiveDays  how long events can be replayed
     */
    public record DataSettings(boolean retained, int coldAfterDays, int eventArchiveDays) {}

    /**
     * How functions run.
     *
     * @param architecture        of the processor that they run on, which native programs must be built for
     * @param runtime             of those that {@code overrides} does not name
     * @param reservedConcurrency whether what function.json reserves is set aside; new accounts have too little of it
     * @param overrides           by function, what is otherwise than usual
     * @param schedules           by schedule of function.json, another cron expression; every tick wakes a paused database
     */
    public record FunctionsSettings(
            Architecture architecture,
            FunctionRuntime runtime,
            boolean reservedConcurrency,
            int logDays,
            Map<String, FunctionOverride> overrides,
            Map<String, String> schedules) {

        /** What a function is here, if nothing is said of it. */
        public FunctionOverride of(String function) {
            return overrides.getOrDefault(function, new FunctionOverride(runtime, OptionalInt.empty()));
        }
    }

    /** The processor that binaries are built for. */
    public enum Architecture {
        ARM64,
        X86_64
    }

    /**
     * What is otherwise for one function.
     *
     * @param memoryMegabytes instead of what function.json says; empty to keep that
     */
    public record FunctionOverride(FunctionRuntime runtime, OptionalInt memoryMegabytes) {}

    /** What a function's zip holds. */
    public enum FunctionRuntime {
        /** An executable named {@code bootstrap}. */
        NATIVE,
        /** Jars for a Java 25 virtual machine. */
        JVM
    }

    /**
     * The REST API.
     *
     * @param usageKeyRequired        whether the gateway itself refuses calls that the authoriser gave no usage key
     * @param firewallRequestsPerFiveMinutes of one address; empty for no firewall
     */
    public record ApiSettings(
            int requestsPerSecond,
            int burst,
            int logDays,
            boolean usageKeyRequired,
            List<Plan> plans,
            OptionalInt firewallRequestsPerFiveMinutes) {

        public ApiSettings {
            plans = List.copyOf(plans);
        }
    }

    /** A usage plan: outer bounds, kept by the gateway as well as it can. The exact quotas are the authoriser's. */
    public record Plan(String name, int requestsPerSecond, int burst, int requestsPerDay) {}

    /**
     * People's accounts.
     *
     * @param keyEncryption       what wraps the data keys; one that is in use is not to be changed
     * @param auditRetentionYears for so long entries of the audit log are kept
     * @param issuers             by name, whose tokens count beside our own
     */
    public record AccountSettings(KeyEncryption keyEncryption, int auditRetentionYears, Map<String, Issuer> issuers) {}

    /** What wraps the keys that addresses and signing keys are sealed by. */
    public enum KeyEncryption {
        /** A secret of ours, which functions read. */
        SECRET,
        /** A key of AWS KMS, which never leaves it. */
        KMS
    }

    /**
     * Another issuer of tokens, such as a user pool of Amazon Cognito; each field is the setting
     * {@code lumia.accounts.issuers.<name>.…} of that name. What is empty is left to the function's own default.
     *
     * @param issuer            claim {@code iss}
     * @param keySet            where it publishes its keys
     * @param audiences         one of them must be among a token's
     * @param required          claims that a token must have, as {@code claim=value}
     * @param roles             as {@code theirs=ours}
     * @param scopes            as {@code theirs=ours}
     * @param mostLifetimeHours of a token
     */
    public record Issuer(
            String issuer,
            String keySet,
            List<String> audiences,
            String audienceClaim,
            List<String> algorithms,
            List<String> types,
            List<String> required,
            String roleClaim,
            List<String> roles,
            String scopeClaim,
            List<String> scopes,
            int mostLifetimeHours) {

        public Issuer {
            audiences = List.copyOf(audiences);
            algorithms = List.copyOf(algorithms);
            types = List.copyOf(types);
            required = List.copyOf(required);
            roles = List.copyOf(roles);
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * Who collectors ask.
     *
     * @param contact a mail or web address of the operator, sent along to those who are asked; empty for none, with which
     *     some providers answer nothing
     */
    public record ProviderSettings(String contact) {}

    /** Mails about accounts, by Amazon SES in the stage's own region. */
    public sealed interface MailSettings {

        /** None are sent: nobody can register, and who tries is told so. */
        record None() implements MailSettings {}

        /**
         * Plain-text mails.
         *
         * @param sender      the address that they come from, and that bounces go to
         * @param identity    what SES was shown to be ours: the sender itself or its domain
         * @param confirmPage the page that a mail's link opens, with the token behind its {@code #}
         */
        record Sent(String sender, String identity, String confirmPage) implements MailSettings {}
    }

    /**
     * The web site.
     *
     * @param address by which it is reached
     * @param brand   shown at the top and in titles
     */
    public record SiteSettings(Address address, String brand) {

        /** A name on the web. */
        public sealed interface Address {

            /** A name that CloudFront gives. */
            record Given() implements Address {}

            /** A domain of ours with its certificate, which must lie in us-east-1. */
            record Own(String domain, String certificateArn) implements Address {}
        }
    }

    /**
     * Alarms and budget.
     *
     * @param apiP95Milliseconds   95 of 100 requests must be answered faster
     * @param apiErrorFraction     of requests that may fail by our fault, 0.01 for 1 %
     * @param oldestMessageSeconds how long a message may wait
     */
    public record WatchSettings(
            int monthlyBudgetDollars, int apiP95Milliseconds, double apiErrorFraction, int oldestMessageSeconds) {}
}
