package io.lumia.signals.persistence;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.Asset;
import io.lumia.platform.database.Sql;
import io.lumia.signals.sentiment.Mention;
import io.lumia.signals.sentiment.Mentions;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** {@link Mentions} from articles, their links and the active model's scores. */
@Singleton
@Requires(beans = DataSource.class)
class JdbcMentions implements Mentions {

    /**
     * The score for the asset where its words are in the text, else that of the whole text. An article that waits for its
     * score is not there yet.
     */
    private static final String OF = """
            SELECT a.public_id, a.usable_from, a.kind, a.publisher, a.provider, l.relevance, s.confidence, s.abstained,
                   s.p_positive - s.p_negative AS score
              FROM (SELECT article_id, relevance FROM news.article_link WHERE asset_id = ? AND linked_at <= ?
                    UNION ALL
                    SELECT article_id, relevance FROM news.article_link_revision
                     WHERE asset_id = ? AND valid_from <= ? AND valid_to > ?) l
              JOIN news.article a USING (article_id)
              JOIN sentiment.model m ON m.status = 'active'
              JOIN LATERAL (
                   SELECT c.* FROM sentiment.score c
                    WHERE c.article_id = a.article_id AND c.model_id = m.model_id AND c.asset_id IN (0, ?)
                    ORDER BY c.asset_id DESC LIMIT 1) s ON true
             WHERE l.relevance > 0 AND a.usable_from > ? AND a.usable_from <= ? AND a.collected_at <= ?
             ORDER BY a.usable_from, a.public_id
             LIMIT ?
            """;

    private static final String MODEL = "SELECT model_version FROM sentiment.model WHERE status = 'active'";

    private final Sql sql;
    private final MentionRows rows = new MentionRows();

    JdbcMentions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Mention> of(Asset asset, Instant after, Instant upTo, Instant knownAt) {
        List<Mention> found = sql.prepare(OF, statement -> {
            statement.setInt(1, asset.key());
            statement.setObject(2, Sql.utc(knownAt));
            statement.setInt(3, asset.key());
            statement.setObject(4, Sql.utc(knownAt));
            statement.setObject(5, Sql.utc(knownAt));
            statement.setInt(6, asset.key());
            statement.setObject(7, Sql.utc(after));
            statement.setObject(8, Sql.utc(upTo));
            statement.setObject(9, Sql.utc(knownAt));
            statement.setInt(10, MAX_MENTIONS + 1);
            return Sql.list(statement, rows::read);
        });
        if (found.size() > MAX_MENTIONS) {
            throw new AppException(
                    ErrorCode.LIMIT_REACHED,
                    "more than %,d texts about %s from %s to %s"
                            .formatted(MAX_MENTIONS, asset.definition().symbol(), after, upTo));
        }
        return found;
    }

    @Override
    public String modelVersion() {
        return sql.prepare(MODEL, statement -> Sql.list(statement, row -> row.getString(1))).stream()
                .findFirst()
                .orElse("");
    }
}
