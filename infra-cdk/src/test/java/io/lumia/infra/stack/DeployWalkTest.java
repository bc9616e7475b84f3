package io.lumia.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumia.infra.cost.Inventory;
import io.lumia.infra.cost.Occasion;
import io.lumia.infra.cost.PriceTable;
import io.lumia.infra.cost.Workload;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/deploy.md and bin/deploy, step by step on the stacks that are synthesised: what they name is there, in an order that works. */
class DeployWalkTest {

    private static final Path REPOSITORY = Templates.MODULE.getParent();
    private static final Pattern STACK = Pattern.compile(
            "lumia-(?:dev|STAGE|\\$stage)-(data|network|database|migration|application|api|site|watch)\\b");
    private static final Pattern DEPLOYED = Pattern.compile("(?m)^deploy ([a-z ]+)$");
    private static final Pattern ASKED_OUTPUT = Pattern.compile("\\$\\(output (\\w+) (\\w+)\\)");
    private static final Pattern PAGES_OUTPUT = Pattern.compile(
            "--stack-name (?:lumia-dev-)(\\w+) --query 'Stacks\\[0]\\.Outputs\\[\\?OutputKey==`(\\w+)`");
    private static final Pattern FIELD =
            Pattern.compile("`(network|database|data|functions|api|accounts|providers|mail|site|watch)\\.([a-z_]+)`");
    private static final Pattern SECRET = Pattern.compile("--secret-id lumia/STAGE/([a-z-]+)");
    private static final Pattern INVOKED = Pattern.compile("--function-name \"lumia-\\$stage-([a-z-]+)\"");
    private static final Pattern TAG = Pattern.compile("cost allocation tag `([a-z-]+)`");
    private static final Pattern THREE_COMMANDS =
            Pattern.compile("(?s)## From zero: three commands\n(?:(?!```).)*```\n(.*?)```");
    private static final Pattern BEFORE_COMMANDS =
            Pattern.compile("(?s)## From zero: three commands\n((?:(?!```).)*)```");
    private static final Pattern BUILD = Pattern.compile("(?m)^mvn -P(\\S+) -DskipTests package");
    private static final Pattern PROFILE = Pattern.compile("<id>(native|jvm)</id>");
    private static final Pattern BACK = Pattern.compile("cdk deploy --exclusively -c stage=STAGE ([a-zA-Z -]+)`");

    private final Templates dev = Templates.ofRepository("dev");
    private final String page = read(REPOSITORY.resolve("docs/deploy.md"));
    private final String script = read(Templates.MODULE.resolve("bin/deploy"));
    private final JsonNode manifest =
            json(dev.assembly().resolve("manifest.json")).path("artifacts");

    @Test
    void deploysEveryStackAfterThoseThatItStandsOn() {
        List<String> order = groups(DEPLOYED, script)
                .flatMap(names -> Stream.of(names.split(" ")))
                .toList();

        assertThat(order).containsExactlyInAnyOrderElementsOf(dev.byStack().keySet());
        for (String stack : order) {
            List<String> before = order.subList(0, order.indexOf(stack));
            assertThat(needs(stack)).as("what %s stands on", stack).isSubsetOf(before);
        }
    }

    @Test
    void goesFromZeroInThreeCommandsWhoseFirstBuilds() {
        List<String> commands = groups(THREE_COMMANDS, page)
                .flatMap(String::lines)
                .map(line -> line.replaceFirst("\\s+#.*", ""))
                .toList();

        assertThat(commands)
                .containsExactly(
                        FunctionCode.Built.BUILD_ALL,
                        "(cd infra-cdk && npm ci && npx cdk bootstrap -c code=placeholder)",
                        "infra-cdk/bin/deploy dev");
    }

    /** Every stage comes without: who walks must read it before he deploys. */
    @Test
    void saysBeforeTheCommandsWhatAStageLacksAsItComes() {
        assertThat(json(Templates.MODULE.resolve("stages/dev.json")).path("mail"))
                .isEmpty();
        assertThat(groups(BEFORE_COMMANDS, page))
                .singleElement()
                .asString()
                .contains("Nobody can register", "`mail.sender`", "`mail.identity`", "`mail.confirm_page`", "sandbox");
    }

    @Test
    void buildsAZipForEveryFunctionAsTheStageRunsIt() {
        List<String> profiles = groups(BUILD, page)
                .flatMap(names -> Stream.of(names.split(",")))
                .toList();

        assertThat(groups(PROFILE, read(REPOSITORY.resolve("pom.xml")))).containsAll(profiles);
        for (Templates.Resource function : dev.ofType("AWS::Lambda::Function")) {
            String name = function.property("/FunctionName").asText().substring("lumia-dev-".length());
            boolean isNative = function.property("/Runtime").asText().startsWith("provided");
            assertThat(profiles).as(name).contains(isNative ? "native" : "jvm");
            if (isNative) {
                assertThat(read(REPOSITORY.resolve("functions/%s/pom.xml".formatted(name))))
                        .as(name)
                        .doesNotContain("<function.unbuilt.natively>true");
            }
        }
    }

    @Test
    void namesStacksThatAreThere() {
        assertThat(groups(STACK, page + script)).isNotEmpty().allSatisfy(stack -> assertThat(dev.byStack())
                .containsKey(stack));
    }

    @Test
    void asksForOutputsThatAreThere() {
        List<MatchResult> asked = Stream.concat(
                        ASKED_OUTPUT.matcher(script).results(),
                        PAGES_OUTPUT.matcher(page).results())
                .toList();

        assertThat(asked).hasSizeGreaterThanOrEqualTo(6);
        for (MatchResult output : asked) {
            assertThat(outputs(output.group(1)))
                    .as("outputs of %s", output.group(1))
                    .contains(output.group(2));
        }
        assertThat(outputs("watch")).as("the page subscribes to it").contains("TopicArn");
    }

    @Test
    void callsTheMigrationWhereItsStackHasIt() {
        assertThat(groups(INVOKED, script)).containsExactly("migrate-database");
        assertThat(dev.only("AWS::Lambda::Function", "/FunctionName", "lumia-dev-migrate-database")
                        .stack())
                .isEqualTo("migration");
    }

    @Test
    void endsWithARouteThatIsThere() {
        assertThat(page).contains("/api/v1/health\"");
        assertThat(dev.functions().stream()
                        .map(FunctionDefinition::trigger)
                        .filter(Trigger.Http.class::isInstance)
                        .flatMap(http -> ((Trigger.Http) http).routes().stream())
                        .map(route -> route.method() + " " + route.path()))
                .contains("GET /api/v1/health");
    }

    /** Stage full of the tests has what others leave out. */
    @Test
    void speaksOfSettingsThatAStageHas() {
        JsonNode stage = json(Templates.SAMPLE_STAGES.resolve("full.json"));

        assertThat(FIELD.matcher(page).results().toList()).isNotEmpty().allSatisfy(field -> assertThat(
                        stage.path(field.group(1)).has(field.group(2)))
                .as(field.group())
                .isTrue());
    }

    @Test
    void fillsASecretThatTheStackMakes() {
        assertThat(groups(SECRET, page))
                .isNotEmpty()
                .allSatisfy(name -> dev.only("AWS::SecretsManager::Secret", "/Name", "lumia/dev/" + name));
    }

    @Test
    void countsCostsByATagThatEveryStackHas() {
        List<String> tags = groups(TAG, page).toList();

        assertThat(tags).hasSize(1);
        for (String stack : dev.byStack().keySet()) {
            assertThat(artifact(stack).at("/properties/tags/" + tags.getFirst()).asText())
                    .as(stack)
                    .isEqualTo("dev");
        }
    }

    @Test
    void goesBackWithoutTheMigration() {
        List<String> stacks =
                groups(BACK, page).flatMap(line -> groups(STACK, line)).toList();

        assertThat(stacks).contains("application", "api").doesNotContain("migration", "database", "data");
    }

    /** Taking it down lifts two locks first; without them the page would ask for nothing. */
    @Test
    void liftsTheLocksThatTheStacksHave() {
        assertThat(page)
                .contains("--db-cluster-identifier lumia-dev-database --no-deletion-protection")
                .contains("--no-enable-termination-protection --stack-name lumia-dev-database");
        assertThat(dev.only("AWS::RDS::DBCluster", "/DBClusterIdentifier", "lumia-dev-database")
                        .property("/DeletionProtection")
                        .asBoolean())
                .isTrue();
        Set<String> locked = dev.byStack().keySet().stream()
                .filter(stack ->
                        artifact(stack).at("/properties/terminationProtection").asBoolean())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(locked).containsExactly("database");
    }

    /** As {@code local/lumia cost} prints them. */
    @Test
    void saysWhatItCostsAsTheModelReckonsIt() {
        List<Occasion> ofDev = occasions(dev, "dev");
        List<Occasion> ofAlwaysOn = occasions(Templates.ofRepository("alwayson"), "alwayson");

        assertThat(page)
                .contains(row(
                        "the first deployment, or a new release",
                        ofDev.get(0).once(),
                        ofAlwaysOn.get(0).once()))
                .contains(row(
                        "and a month of it, until old zips are cleared from the bootstrap's bucket",
                        ofDev.get(0).monthly(),
                        ofAlwaysOn.get(0).monthly()))
                .contains(row(
                        "going back a release",
                        ofDev.get(1).once(),
                        ofAlwaysOn.get(1).once()))
                .contains(
                        row("a restore", ofDev.get(2).once(), ofAlwaysOn.get(2).once()))
                .contains(row(
                        "taken down, a month",
                        ofDev.get(3).monthly(),
                        ofAlwaysOn.get(3).monthly()));
    }

    private static List<Occasion> occasions(Templates templates, String stage) {
        return Occasion.of(
                PriceTable.ofUsEast1(), Inventory.read(templates.assembly(), stage), Workload.of(4_000, 100_000));
    }

    private static String row(String what, double dev, double alwaysOn) {
        return String.format(Locale.ROOT, "| %s | %.2f | %.2f |", what, dev, alwaysOn);
    }

    private List<String> needs(String stack) {
        List<String> needs = new ArrayList<>();
        artifact(stack).path("dependencies").forEach(dependency -> {
            String name = dependency.asText();
            if (!name.endsWith(".assets")) {
                needs.add(name.substring("lumia-dev-".length()));
            }
        });
        return needs;
    }

    private JsonNode artifact(String stack) {
        return manifest.path("lumia-dev-" + stack);
    }

    private Set<String> outputs(String stack) {
        Set<String> names = new TreeSet<>();
        dev.byStack().get(stack).path("Outputs").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
