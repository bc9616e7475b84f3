package io.lumia.functions.recommendationapi.recommendation;

import io.lumia.functions.recommendationapi.recommendation.ProfileDefaults.Filled;
import io.lumia.functions.recommendationapi.recommendation.Recommend.Made;
import io.lumia.functions.recommendationapi.recommendation.Recommend.Question;
import io.lumia.kernel.AsOf;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.recommendation.advice.Advice;
import io.lumia.recommendation.record.RecommendationBook;
import io.lumia.recommendation.record.RequestDocument;
import io.lumia.recommendation.record.StoredRecommendation;
import io.lumia.recommendation.record.json.RecommendationJson;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.request.RequestCheck;
import io.lumia.recommendation.request.RequestCheck.Checked;
import io.lumia.recommendation.request.RequestDraft;
import io.lumia.recommendation.request.RequestFault;
import io.lumia.web.http.ApiRequest;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From a request over HTTP to the answer with a recommendation. */
@Singleton
@Requires(beans = Recommend.class)
final class RecommendationAnswers {

    private final Recommend recommend;
    private final ProfileDefaults defaults;
    private final RecommendationBook book;
    private final RecommendationJson json;
    private final Clock clock;

    RecommendationAnswers(
            Recommend recommend,
            ProfileDefaults defaults,
            RecommendationBook book,
            RecommendationJson json,
            Clock clock) {
        this.recommend = recommend;
        this.defaults = defaults;
        this.book = book;
        this.json = json;
        this.clock = clock;
    }

    ApiAnswer<RecommendationView> recommend(ApiRequest request) {
        @Nullable RecommendationBody body = request.body(RecommendationBody.class);
        Instant now = clock.instant();
        Optional<Filled> filled =
                Optional.ofNullable(body).map(written -> defaults.fill(written.draft(), request.caller()));
        Optional<RecommendationRequest> checked = filled.flatMap(whole -> checked(request, whole.draft(), now));
        request.verify();
        List<String> notes = filled.map(Filled::warnings).orElse(List.of());
        Optional<StoredRecommendation> madeBefore = recommend.madeBefore(request.actor());
        if (madeBefore.isPresent()) {
            return show(request, madeBefore.get(), notes);
        }
        RecommendationRequest asked = checked.orElseThrow();
        // Today's date means now as well.
        boolean isNow = asked.asOf().instant().equals(now);
        Question question = recommend.question(asked, isNow ? null : asked.asOf(), request.actor());
        refuse(request, question.faults());
        request.verify();
        Made made = recommend.make(question);
        return answer(
                request,
                made.stored(),
                RecommendationView.of(
                        made.stored(), json.readRequest(made.stored().request()), made.advice()),
                notes);
    }

    private Optional<RecommendationRequest> checked(ApiRequest request, RequestDraft draft, Instant now) {
        return switch (RequestCheck.check(draft, now)) {
            case Checked.Accepted accepted -> Optional.of(accepted.request());
            case Checked.Refused refused -> {
                refuse(request, refused.faults());
                yield Optional.empty();
            }
        };
    }

    private static void refuse(ApiRequest request, List<RequestFault> faults) {
        faults.forEach(fault -> request.refuse(fault.path(), fault.message()));
    }

    ApiAnswer<RecommendationView> show(ApiRequest request, StoredRecommendation stored) {
        return show(request, stored, List.of());
    }

    private ApiAnswer<RecommendationView> show(ApiRequest request, StoredRecommendation stored, List<String> notes) {
        RequestDocument asked = json.readRequest(stored.request());
        Advice advice = json.readAdvice(stored.outcome(), stored.answer());
        return answer(
                request,
                stored,
                RecommendationView.of(
                        stored,
                        asked,
                        advice,
                        book.grades(stored.id(), stored.actor()),
                        book.feedback(stored.id(), stored.actor())),
                notes);
    }

    private static ApiAnswer<RecommendationView> answer(
            ApiRequest request, StoredRecommendation stored, RecommendationView view, List<String> more) {
        List<String> warnings =
                Stream.concat(view.warnings().stream(), more.stream()).toList();
        ApiAnswer<RecommendationView> answer = request.answer(view, AsOf.of(stored.asOf()), warnings);
        return new ApiAnswer<>(
                answer.success(),
                answer.data(),
                answer.message(),
                answer.metadata().withSnapshotId(stored.snapshotId()),
                answer.pagination());
    }
}
