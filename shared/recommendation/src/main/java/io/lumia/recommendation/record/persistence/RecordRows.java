package io.lumia.recommendation.record.persistence;

import io.lumia.platform.database.Sql;
import io.lumia.recommendation.record.Feedback;
import io.lumia.recommendation.record.FeedbackKind;
import io.lumia.recommendation.record.Grade;
import io.lumia.recommendation.record.ListedRecommendation;
import io.lumia.recommendation.record.Outcome;
import io.lumia.recommendation.record.ScorecardLine;
import io.lumia.recommendation.record.StoredRecommendation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Rows of the book's tables as records. */
final class RecordRows {

    private RecordRows() {}

    static StoredRecommendation recommendation(ResultSet row) throws SQLException {
        return new StoredRecommendation(
                row.getObject("recommendation_id", UUID.class),
                row.getString("actor"),
                Sql.instant(row, "created_at"),
                row.getString("request"),
                row.getString("snapshot_id"),
                Sql.instant(row, "as_of"),
                Sql.instant(row, "known_at"),
                row.getObject("session", LocalDate.class),
                row.getString("sentiment_model"),
                row.getString("configuration"),
                row.getString("engine"),
                row.getString("variant"),
                row.getLong("seed"),
                Outcome.parse(row.getString("outcome")),
                row.getString("answer"),
                row.getString("result_hash"));
    }

    static ListedRecommendation listed(ResultSet row) throws SQLException {
        return new ListedRecommendation(
                row.getObject("recommendation_id", UUID.class),
                Sql.instant(row, "created_at"),
                row.getString("request"),
                row.getString("snapshot_id"),
                Sql.instant(row, "as_of"),
                row.getObject("session", LocalDate.class),
                row.getString("configuration"),
                row.getString("variant"),
                Outcome.parse(row.getString("outcome")),
                row.getString("result_hash"));
    }

    static Feedback feedback(ResultSet row) throws SQLException {
        return new Feedback(
                row.getObject("feedback_id", UUID.class),
                row.getObject("recommendation_id", UUID.class),
                row.getString("actor"),
                Sql.instant(row, "at"),
                FeedbackKind.parse(row.getString("kind")),
                row.getObject("value", Integer.class),
                row.getString("text"));
    }

    static Grade grade(ResultSet row) throws SQLException {
        return new Grade(
                row.getObject("recommendation_id", UUID.class),
                row.getInt("sessions"),
                Sql.instant(row, "graded_at"),
                row.getObject("session", LocalDate.class),
                row.getDouble("portfolio_return"),
                row.getObject("benchmark_return", Double.class),
                row.getObject("excess", Double.class),
                row.getObject("hit", Boolean.class),
                List.of((String[]) row.getArray("notes").getArray()));
    }

    static ScorecardLine line(ResultSet row) throws SQLException {
        return new ScorecardLine(
                row.getInt("sessions"),
                row.getString("configuration"),
                row.getString("variant"),
                row.getLong("graded"),
                row.getLong("compared"),
                row.getDouble("portfolio"),
                row.getObject("benchmark", Double.class),
                row.getObject("excess", Double.class),
                row.getObject("hit_rate", Double.class));
    }
}
