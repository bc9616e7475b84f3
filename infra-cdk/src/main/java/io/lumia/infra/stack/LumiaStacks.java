package io.lumia.infra.stack;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.lumia.infra.settings.StageSettings;
import io.lumia.infra.settings.StageSettings.MailSettings;
import io.lumia.infra.settings.StageSettings.Place;
import io.lumia.infra.stack.NetworkStack.FunctionNetwork;
import io.lumia.kernel.AppException;
import io.lumia.platform.lambda.FunctionDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;

/**
 * All stacks of one stage in the order of their deployment. None names an account or region, so that they are the same
 * templates everywhere. What cdk-nag's AwsSolutions finds and nobody has explained makes the synthesis fail.
 */
public final class LumiaStacks {

    /** By which the budget and the bill tell stages apart. */
    static final String STAGE_TAG = "lumia-stage";

    /** Of the CDK: access logs come by a policy, since our buckets have no access lists; a stack in use stays. */
    private static final Map<String, Object> FEATURES = Map.of(
            "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy",
            true,
            "@aws-cdk/core:defaultCrossStackReferences",
            "strong");

    /** Of the CDK: part of the name of the bucket that templates and zips lie in. */
    private static final String QUALIFIER = "@aws-cdk/core:bootstrapQualifier";

    /** moto reads a bucket from an address's path only where the address says so. */
    private static final String EMULATORS_QUALIFIER = "localhost";

    private final App app;
    private final StageSettings settings;
    private final List<FunctionDefinition> functions;
    private final Names names;

    private LumiaStacks(App app, StageSettings settings, List<FunctionDefinition> functions) {
        this.app = app;
        this.settings = settings;
        this.functions = functions;
        this.names = new Names(settings.stage());
    }

    /** Adds the stage's stacks to an application. */
    public static void addTo(App app, StageSettings settings, List<FunctionDefinition> functions, FunctionCode code) {
        FEATURES.forEach(app.getNode()::setContext);
        switch (settings.place()) {
            case Place.Cloud _ -> Tags.of(app).add(STAGE_TAG, settings.stage());
            // Nobody is billed there, and moto fails on tags of a KMS key.
            case Place.Emulator _ -> app.getNode().setContext(QUALIFIER, EMULATORS_QUALIFIER);
        }
        new LumiaStacks(app, settings, List.copyOf(functions)).add(code);
        Aspects.of(app).add(new AwsSolutionsChecks());
    }

    private void add(FunctionCode code) {
        checkOverrides();
        code.check(functions.stream().map(FunctionDefinition::name).toList(), settings);
        ApiRoutes routes = ApiRoutes.of(functions);
        boolean kept = settings.data().retained();
        DataStack data = new DataStack(
                app,
                id("data"),
                props("data", "What outlives releases", kept),
                names,
                settings.data(),
                secrets(),
                KeyEncryptionKey.isInKms(settings));
        Surroundings around = surroundings(data, code);
        MigrationStack migration = new MigrationStack(
                app,
                id("migration"),
                props("migration", "Brings the database to this release", false),
                migrationFunction(),
                around);
        ApplicationStack application = new ApplicationStack(
                app,
                id("application"),
                props("application", "Functions, queues, events, clock", false),
                functions,
                around);
        application.addStackDependency(migration);
        ApiStack api =
                new ApiStack(app, id("api"), props("api", "Answers over HTTP", false), names, settings.api(), routes);
        api.addStackDependency(application);
        new SiteStack(app, id("site"), props("site", "The web site", false), names, settings.site(), api.origin());
        new WatchStack(app, id("watch"), props("watch", "Alarms and budget", false), functions, settings);
    }

    private Surroundings surroundings(DataStack data, FunctionCode code) {
        return switch (settings.place()) {
            case Place.Cloud cloud -> inTheCloud(cloud, data, code);
            case Place.Emulator _ ->
                new Surroundings(
                        names,
                        settings,
                        data.kept().withSecretsByName(names),
                        new DatabaseAccess.ByPassword(),
                        Optional.empty(),
                        code);
        };
    }

    private Surroundings inTheCloud(Place.Cloud cloud, DataStack data, FunctionCode code) {
        NetworkStack network = new NetworkStack(
                app,
                id("network"),
                props("network", "The private network", false),
                names,
                cloud.network(),
                furtherServices());
        DatabaseStack database = new DatabaseStack(
                app,
                id("database"),
                props("database", "Aurora PostgreSQL", cloud.database().deletionProtection()),
                names,
                cloud.database(),
                network,
                data.kept().keyArn(),
                settings.functions().logDays());
        FunctionNetwork inside = network.forFunctions(cloud.network());
        return new Surroundings(
                names,
                settings,
                data.kept(),
                new DatabaseAccess.ByToken(database.host(), database.resourceId()),
                Optional.of(inside),
                code);
    }

    /** Of AWS, that functions inside ask on this stage and not on every one. */
    private Map<String, InterfaceVpcEndpointAwsService> furtherServices() {
        Map<String, InterfaceVpcEndpointAwsService> services = new TreeMap<>();
        if (settings.mail() instanceof MailSettings.Sent) {
            services.put("Mails", InterfaceVpcEndpointAwsService.EMAIL);
        }
        if (KeyEncryptionKey.isInKms(settings)) {
            services.put("Keys", InterfaceVpcEndpointAwsService.KMS);
        }
        return services;
    }

    private void checkOverrides() {
        List<String> known = functions.stream().map(FunctionDefinition::name).toList();
        for (String name : settings.functions().overrides().keySet()) {
            if (!known.contains(name)) {
                throw AppException.invalid("functions.overrides", name, String.join(", ", known));
            }
        }
    }

    private FunctionDefinition migrationFunction() {
        return functions.stream()
                .filter(function -> function.name().equals(Names.MIGRATION))
                .findFirst()
                .orElseThrow(() -> AppException.invalid(
                        "functions",
                        functions.stream().map(FunctionDefinition::name).toList(),
                        "among them " + Names.MIGRATION));
    }

    /** Also one that no function reads on this stage: a word in the settings must not delete what addresses are sealed by. */
    private SortedSet<String> secrets() {
        return functions.stream()
                .flatMap(function -> function.secrets().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String id(String stack) {
        return names.of(stack);
    }

    private StackProps props(String stack, String description, boolean isProtected) {
        return StackProps.builder()
                .stackName(names.of(stack))
                .description("Lumia %s: %s".formatted(settings.stage(), description))
                .terminationProtection(isProtected)
                .build();
    }
}
