package io.lumia.signals.persistence;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.Sql;
import io.lumia.signals.sentiment.MentionsOfMany;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** {@link MentionsOfMany}: what {@link JdbcMentions} says of one asset, of all in one query that begins with the articles. */
@Singleton
@Requires(beans = DataSource.class)
class JdbcMentionsOfMany implements MentionsOfMany {

    private static final String OF = """
            SELECT l.asset_id, a.public_id, a.usable_from, a.kind, a.publisher, a.provider, l.relevance, s.confidence, s.abstained,
                   s.p_positive - s.p_negative AS score, greatest(a.collected_at, l.since, s.scored_at) AS learned_at
              FROM news.article a
              JOIN sentiment.model m ON m.model_version = ?
              JOIN LATERAL (
                   SELECT asset_id, relevance, linked_at AS since FROM news.article_link k
                    WHERE k.article_id = a.article_id AND linked_at <= ?
                    UNION ALL
                   SELECT asset_id, relevance, valid_from FROM news.article_link_revision r
                    WHERE r.article_id = a.article_id AND valid_from <= ? AND valid_to > ?) l ON l.relevance > 0
              JOIN LATERAL (
                   SELECT c.* FROM sentiment.score c
                    WHERE c.article_id = a.article_id AND c.model_id = m.model_id AND c.asset_id IN (0, l.asset_id)
                      AND c.scored_at <= ?
                    ORDER BY c.asset_id DESC LIMIT 1) s ON true
             WHERE a.published_at > ? AND a.published_at <= ?
               AND a.usable_from > ? AND a.usable_from <= ? AND a.collected_at <= ?
             ORDER BY l.asset_id, a.usable_from, a.public_id
             LIMIT ?
            """;

    /**
     * A text can be used from when it was published or from the opening of the session after its day, never earlier; no market is
     * closed for longer. By this the articles' index finds them.
     */
    private static final Duration LONGEST_WAIT = Duration.ofDays(40);

    private final Sql sql;
    private final MentionRows rows = new MentionRows();

    JdbcMentionsOfMany(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<Integer, List<KnownMention>> of(Question question) {
        return sql.prepareForValues(OF, statement -> {
            bind(statement, question);
            try (ResultSet found = statement.executeQuery()) {
                return byAsset(found);
            }
        });
    }

    private static void bind(PreparedStatement statement, Question question) throws SQLException {
        OffsetDateTime knownAt = Sql.utc(question.knownAt());
        statement.setString(1, question.modelVersion());
        statement.setObject(2, knownAt);
        statement.setObject(3, knownAt);
        statement.setObject(4, knownAt);
        statement.setObject(5, Sql.utc(question.scoredBy()));
        statement.setObject(6, Sql.utc(question.after().minus(LONGEST_WAIT)));
        statement.setObject(7, Sql.utc(question.upTo()));
        statement.setObject(8, Sql.utc(question.after()));
        statement.setObject(9, Sql.utc(question.upTo()));
        statement.setObject(10, knownAt);
        statement.setInt(11, MAX_MENTIONS + 1);
    }

    private Map<Integer, List<KnownMention>> byAsset(ResultSet found) throws SQLException {
        Map<Integer, List<KnownMention>> byAsset = new HashMap<>();
        int count = 0;
        while (found.next()) {
            if (++count > MAX_MENTIONS) {
                throw new AppException(ErrorCode.LIMIT_REACHED, "more than %,d texts".formatted(MAX_MENTIONS));
            }
            byAsset.computeIfAbsent(found.getInt("asset_id"), _ -> new ArrayList<>())
                    .add(known(found));
        }
        return byAsset;
    }

    private KnownMention known(ResultSet row) throws SQLException {
        return new KnownMention(
                rows.read(row), row.getString("provider"), row.getString("publisher"), Sql.instant(row, "learned_at"));
    }
}
