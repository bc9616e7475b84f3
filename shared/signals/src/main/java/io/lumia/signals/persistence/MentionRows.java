package io.lumia.signals.persistence;

import io.lumia.market.ArticleKind;
import io.lumia.platform.database.Sql;
import io.lumia.signals.sentiment.Mention;
import io.lumia.signals.sentiment.SourceCredibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Reads a scored text about an asset. */
final class MentionRows {

    private final SourceCredibility credibility = SourceCredibility.builtIn();

    Mention read(ResultSet row) throws SQLException {
        ArticleKind kind = ArticleKind.parse(row.getString("kind"));
        double score = row.getDouble("score");
        boolean unscored = row.wasNull();
        return new Mention(
                row.getObject("public_id", UUID.class),
                Sql.instant(row, "usable_from"),
                kind == ArticleKind.SOCIAL,
                credibility.of(row.getString("publisher"), row.getString("provider"), kind),
                row.getDouble("relevance"),
                row.getDouble("confidence"),
                score,
                unscored || row.getBoolean("abstained"));
    }
}
