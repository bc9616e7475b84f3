package io.lumia.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every statement of every module about what belongs to somebody names its owner, so that no forgotten check above it can
 * show one's things to another. The tables are those of the schema with a column of an owner, and those that refer to them;
 * the statements are the texts in the compiled classes.
 */
final class OwnerPredicateTest {

    private static final Path ROOT = Path.of("..");
    private static final Path SCHEMA = ROOT.resolve("functions/migrate-database/schema.sql");

    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+\\.\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern OWNER_COLUMN = Pattern.compile("\\n\\s+(user_id|owner_id|actor) ");
    private static final Pattern REFERENCE = Pattern.compile("REFERENCES (\\w+\\.\\w+)");

    private static final Pattern ABOUT = Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE|USING)\\s+(\\w+\\.\\w+)");
    private static final Pattern NAMES_OWNER = Pattern.compile("\\b(user_id|owner_id|actor) = \\?");
    /** A new row has the owner that it is given. */
    private static final Pattern INSERTS_VALUES = Pattern.compile("^\\s*INSERT\\b.*\\bVALUES\\s*\\(", Pattern.DOTALL);

    /** Their column says who did something. They belong to nobody: only who may read the audit log sees them. */
    private static final Set<String> BELONG_TO_NOBODY = Set.of("accounts.audit_entry", "collection.audit_entry");

    /** Statements without an owner, and why. Who adds one must give his reason here. */
    private static final Map<String, String> WITHOUT_OWNER = reasons();

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>();
        why(reasons, "the operator's list of accounts, by a command on the machine", "JdbcAccountList.PAGE");
        why(
                reasons,
                "the worker's, which was told of one backtest by a message of ours and answers nobody",
                "JdbcBacktestBook.FAIL",
                "JdbcBacktestBook.FIND_TO_RUN",
                "JdbcBacktestBook.SAVE",
                "JdbcBacktestBook.START",
                "JdbcBacktestBook.STATE",
                "JdbcBacktestBook.SUCCEED");
        why(reasons, "what is due to be sent, whoever's it is; it goes to its own endpoint", "JdbcDeliveries.CLAIM");
        why(reasons, "when the next is due, whoever's it is; nothing else of it is read", "JdbcDeliveries.NEXT_DUE");
        why(
                reasons,
                "the beginning of statements that name the owner",
                "JdbcDeliveries.COLUMNS",
                "JdbcEndpoints.COLUMNS",
                "JdbcPartnerKeys.COLUMNS",
                "JdbcRecommendationBook.SELECT");
        why(
                reasons,
                "everybody's, by age",
                "JdbcExpiredData.REFUSALS",
                "JdbcExpiredData.SESSIONS",
                "JdbcExpiredData.TOKENS");
        why(reasons, "counts under a key that has been checked; nothing is read", "JdbcKeyUsage.ADD");
        why(
                reasons,
                "the gateway's copy of all keys, which tells nobody whose they are",
                "JdbcLiveKeys.ALL",
                "JdbcLiveKeys.FIND",
                "JdbcLiveKeys.LIVE");
        why(reasons, "makes a row with the owner that it is given, in the first free place", "JdbcPartnerKeys.ADD");
        why(
                reasons,
                "found by a secret that only the owner has; the answer says whose it is",
                "JdbcPartnerKeys.FIND_BY_HASH",
                "JdbcSessionBook.LOCK_TOKEN");
        why(reasons, "means of all, in which nobody is named", "JdbcRecommendationBook.SCORECARD");
        why(reasons, "grading, which looks at everybody's and answers nobody", "JdbcRecommendationBook.UNGRADED");
        why(reasons, "found by the address, whose owner this is about", "JdbcUsers.FIND_BY_EMAIL");
        return reasons;
    }

    private static void why(Map<String, String> reasons, String why, String... statements) {
        for (String statement : statements) {
            reasons.put(statement, why);
        }
    }

    @Test
    void everyStatementNamesTheOwnerOrHasAReason() throws IOException {
        Set<String> owned = ownedTables();
        Set<String> ownerless = new TreeSet<>();
        for (Path file : classes()) {
            statements(file).forEach((name, text) -> {
                boolean isOwned = ABOUT.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .anyMatch(owned::contains);
                boolean isScoped = NAMES_OWNER.matcher(text).find()
                        || INSERTS_VALUES.matcher(text).find();
                if (isOwned && !isScoped) {
                    ownerless.add(name);
                }
            });
        }

        assertThat(ownerless).isEqualTo(WITHOUT_OWNER.keySet());
    }

    /** Else the test above would be content with nothing. */
    @Test
    void findsTheTablesThatBelongToSomebody() throws IOException {
        assertThat(ownedTables())
                .contains(
                        "accounts.user_account",
                        "accounts.profile",
                        "accounts.session",
                        "accounts.refresh_token",
                        "accounts.partner_key",
                        "accounts.partner_key_usage",
                        "accounts.webhook_endpoint",
                        "accounts.webhook_secret",
                        "accounts.webhook_delivery",
                        "accounts.webhook_attempt",
                        "recommendation.recommendation",
                        "recommendation.feedback",
                        "recommendation.grade",
                        "recommendation.backtest",
                        "platform.idempotency_key")
                .doesNotContain("market.asset", "news.article", "accounts.audit_entry");
    }

    private static Set<String> ownedTables() throws IOException {
        List<MatchResult> tables =
                TABLE.matcher(Files.readString(SCHEMA)).results().toList();
        Set<String> owned = new HashSet<>();
        tables.stream()
                .filter(table -> OWNER_COLUMN.matcher(table.group(2)).find())
                .forEach(table -> owned.add(table.group(1)));
        owned.removeAll(BELONG_TO_NOBODY);
        boolean grew = true;
        while (grew) {
            grew = owned.addAll(tables.stream()
                    .filter(table ->
                            REFERENCE.matcher(table.group(2)).results().anyMatch(to -> owned.contains(to.group(1))))
                    .map(table -> table.group(1))
                    .collect(Collectors.toSet()));
        }
        return owned;
    }

    private static List<Path> classes() throws IOException {
        try (Stream<Path> files = Stream.of("local", "shared", "functions")
                .map(ROOT::resolve)
                .flatMap(OwnerPredicateTest::filesBelow)
                .filter(file -> file.toString().contains("/target/classes/io/lumia/"))
                .filter(file -> file.toString().endsWith(".class"))) {
            return files.toList();
        }
    }

    private static Stream<Path> filesBelow(Path folder) {
        try {
            return Files.find(folder, Integer.MAX_VALUE, (_, attributes) -> attributes.isRegularFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Texts of a class that are about a table, by the constant's name, or by how they begin where they have none. */
    private static Map<String, String> statements(Path file) {
        ClassModel model = parsed(file);
        String name = file.getFileName().toString().replace(".class", "");
        Map<String, String> statements = new TreeMap<>();
        Set<String> named = new HashSet<>();
        model.fields().forEach(field -> field.findAttribute(Attributes.constantValue())
                .ifPresent(value -> {
                    if (value.constant() instanceof StringEntry text) {
                        named.add(text.stringValue());
                        statements.put(name + "." + field.fieldName().stringValue(), text.stringValue());
                    }
                }));
        model.constantPool().forEach(entry -> {
            if (entry instanceof StringEntry text && !named.contains(text.stringValue())) {
                statements.put(name + ": " + beginning(text.stringValue()), text.stringValue());
            }
        });
        return statements;
    }

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String beginning(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), 60));
    }
}
