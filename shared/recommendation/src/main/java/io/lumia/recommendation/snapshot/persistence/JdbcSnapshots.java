package io.lumia.recommendation.snapshot.persistence;

import io.lumia.market.ExchangeCalendar;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.lumia.recommendation.snapshot.FingerprintBuilder;
import io.lumia.recommendation.snapshot.InputKind;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.recommendation.snapshot.SnapshotQuestion;
import io.lumia.recommendation.snapshot.Snapshots;
import io.lumia.recommendation.snapshot.persistence.ActionReader.Actions;
import io.lumia.recommendation.snapshot.persistence.AssetAssembly.Parts;
import io.lumia.signals.PricedAssets;
import io.lumia.signals.sentiment.Mentions;
import io.lumia.signals.sentiment.MentionsOfMany;
import io.lumia.signals.sentiment.MentionsOfMany.KnownMention;
import io.lumia.signals.sentiment.SentimentRules;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** {@link Snapshots} over the schemas of market, news and sentiment: a query per kind of row, all in one moment of the database. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcSnapshots implements Snapshots {

    /** Rows that the driver holds at a time. */
    static final int ROWS_AT_ONCE = 10_000;

    /** Reports about periods that ended longer ago say nothing of value or growth any more. */
    static final int YEARS_OF_REPORTS = 3;

    /** Others' commits between two queries are not seen. */
    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    /** Some hundred thousand reports are sorted in memory. */
    private static final String WORK_MEMORY = "SET LOCAL work_mem = '64MB'";

    /**
     * The newest of what triggers note in the transaction that writes ({@code recommendation.book_change}). The outbox would not do:
     * of definitions, reports, observations and filings nobody is told. The sum changes also where a transaction ends after one
     * that began later, as long as fewer than so many did.
     */
    private static final String REVISION = """
            SELECT coalesce(max(change_number), 0) || '-' || coalesce(sum(change_number), 0)
              FROM (SELECT change_number FROM recommendation.book_change ORDER BY change_number DESC LIMIT 1000) newest
            """;

    private final Sql sql;
    private final Transactions transactions;
    private final Mentions mentions;
    private final MentionsOfMany mentionsOfMany;

    JdbcSnapshots(Sql sql, Transactions transactions, Mentions mentions, MentionsOfMany mentionsOfMany) {
        this.sql = sql;
        this.transactions = transactions;
        this.mentions = mentions;
        this.mentionsOfMany = mentionsOfMany;
    }

    @Override
    public String revision() {
        return sql.prepare(REVISION, statement -> Sql.list(statement, row -> row.getString(1)))
                .getFirst();
    }

    @Override
    public MarketSnapshot read(SnapshotQuestion question) {
        return transactions.inTransaction(() -> sql.withConnection(connection -> read(connection, question)));
    }

    private MarketSnapshot read(Connection connection, SnapshotQuestion question) throws SQLException {
        execute(connection, ONE_MOMENT);
        execute(connection, WORK_MEMORY);
        ReadingTime time = ReadingTime.of(question.time());
        List<KnownAsset> known = AssetVersions.find(connection, time, PricedAssets.TYPES, question.riskFreeSeries());
        FingerprintBuilder fingerprint = new FingerprintBuilder();
        RiskFreeReader.Found riskFree = RiskFreeReader.read(connection, time, question, known);
        fingerprint.addNamed("", InputKind.OBSERVATION, riskFree.rows());
        String model = question.sentimentModel() == null ? mentions.modelVersion() : question.sentimentModel();
        List<SnapshotAsset> assets = assets(connection, time, question, priced(known), model, fingerprint);
        return new MarketSnapshot(
                question.time(),
                time.session(),
                assets,
                riskFree.riskFree(),
                model,
                fingerprint.build(time.session(), model));
    }

    private static List<KnownAsset> priced(List<KnownAsset> known) {
        return known.stream()
                .filter(asset -> PricedAssets.hasSignals(asset.definition().type()))
                .toList();
    }

    private List<SnapshotAsset> assets(
            Connection connection,
            ReadingTime time,
            SnapshotQuestion question,
            List<KnownAsset> known,
            String model,
            FingerprintBuilder fingerprint)
            throws SQLException {
        LocalDate first = sessionsBefore(time.session(), question.lookbackSessions() - 1);
        Sources sources = Sources.read(connection);
        Map<Integer, Actions> actions = ActionReader.read(connection, time, sources);
        Facts facts = Facts.read(connection, time, known);
        Map<Integer, List<KnownMention>> texts = mentionsOfMany.of(texts(time, model));
        Map<Integer, BarTable> bars = BarReader.read(connection, time, known, first, question.lookbackSessions());
        AssetAssembly assembly = new AssetAssembly(time, sources, fingerprint);
        List<SnapshotAsset> assets = new ArrayList<>(known.size());
        for (KnownAsset asset : known) {
            // What was read goes as the asset comes, so that bars are held twice of one asset only.
            BarTable table = Objects.requireNonNullElseGet(bars.remove(asset.key()), () -> new BarTable(0));
            assets.add(assembly.assemble(
                    asset,
                    new Parts(
                            table,
                            actions.getOrDefault(asset.key(), new Actions()),
                            facts.of(asset),
                            texts.getOrDefault(asset.key(), List.of()))));
        }
        return assets;
    }

    /** Those of the sentiment's longest window and of the sessions in which the oldest of them were fresh. */
    private static MentionsOfMany.Question texts(ReadingTime time, String model) {
        SentimentRules rules = SentimentRules.USUAL;
        ExchangeCalendar calendar = ExchangeCalendar.UNITED_STATES;
        LocalDate before = sessionsBefore(time.session(), rules.longSessions() + rules.freshSessions());
        Instant close = calendar.closeInstant(time.session());
        return new MentionsOfMany.Question(model, calendar.closeInstant(before), close, time.asOf(), time.knownAt());
    }

    private static LocalDate sessionsBefore(LocalDate session, int sessions) {
        LocalDate before = session;
        for (int i = 0; i < sessions; i++) {
            before = ExchangeCalendar.UNITED_STATES.previousSession(before);
        }
        return before;
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            statement.execute();
        }
    }

    /** Reports of both kinds: a company's tagged numbers fill in metrics that did not come under their names. */
    private record Facts(Map<Integer, List<KnownFact>> byAsset, Map<String, List<KnownFact>> byCompany) {

        static Facts read(Connection connection, ReadingTime time, Collection<KnownAsset> assets) throws SQLException {
            LocalDate periodsAfter = time.session().minusYears(YEARS_OF_REPORTS);
            Set<String> ciks = assets.stream()
                    .map(asset -> Objects.requireNonNullElse(asset.definition().cik(), ""))
                    .filter(cik -> !cik.isEmpty())
                    .collect(Collectors.toSet());
            return new Facts(
                    FundamentalReader.read(connection, time, periodsAfter),
                    CompanyFactReader.read(connection, time, ciks, periodsAfter));
        }

        List<KnownFact> of(KnownAsset asset) {
            List<KnownFact> named = byAsset.getOrDefault(asset.key(), List.of());
            String cik = asset.definition().cik();
            Set<String> metrics = new HashSet<>();
            named.forEach(known -> metrics.add(known.fact().metric()));
            List<KnownFact> all = new ArrayList<>(named);
            byCompany.getOrDefault(cik == null ? "" : cik, List.of()).stream()
                    .filter(known -> !metrics.contains(known.fact().metric()))
                    .forEach(all::add);
            all.sort(KnownFact.ORDER);
            return all;
        }
    }
}
