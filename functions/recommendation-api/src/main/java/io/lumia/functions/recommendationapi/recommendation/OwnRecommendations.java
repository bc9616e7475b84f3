package io.lumia.functions.recommendationapi.recommendation;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.recommendation.record.RecommendationBook;
import io.lumia.recommendation.record.StoredRecommendation;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody was recommended. Another's recommendation is not found, so that nobody learns that there is one. */
@Singleton
@Requires(beans = RecommendationBook.class)
public final class OwnRecommendations {

    private final RecommendationBook book;

    OwnRecommendations(RecommendationBook book) {
        this.book = book;
    }

    /** @param id as the request's check left it: not null once the request is verified */
    public StoredRecommendation get(@Nullable UUID id, String actor) {
        if (id == null) {
            throw new IllegalStateException("what could not be read was refused before");
        }
        return book.find(id, actor)
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no recommendation '%s'".formatted(id)));
    }
}
