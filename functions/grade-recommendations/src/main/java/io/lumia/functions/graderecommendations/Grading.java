package io.lumia.functions.graderecommendations;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.PriceHistory;
import io.lumia.recommendation.advice.Advice;
import io.lumia.recommendation.advice.Position;
import io.lumia.recommendation.advice.Recommended;
import io.lumia.recommendation.record.Grade;
import io.lumia.recommendation.record.RequestDocument;
import io.lumia.recommendation.record.StoredRecommendation;
import io.lumia.recommendation.record.json.RecommendationJson;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one recommendation after some sessions. */
@Singleton
@Requires(beans = {AssetCatalog.class, PriceHistory.class})
class Grading {

    /** So many sessions a grade waits for prices that are not in our books yet. */
    static final int GRACE_SESSIONS = 5;

    private static final ExchangeCalendar CALENDAR = ExchangeCalendar.UNITED_STATES;
    private static final int UUID_CHARACTERS = 36;

    private final AssetCatalog catalog;
    private final PriceHistory history;
    private final RecommendationJson json;
    private final Clock clock;

    Grading(AssetCatalog catalog, PriceHistory history, RecommendationJson json, Clock clock) {
        this.catalog = catalog;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Graded {

        record Done(Grade grade) implements Graded {}

        record Waiting(String why) implements Graded {}
    }

    /** @param closed the last closed session, so many after the recommendation's own or later */
    Graded grade(StoredRecommendation stored, int sessions, LocalDate closed) {
        Advice advice = json.readAdvice(stored.outcome(), stored.answer());
        if (!(advice instanceof Recommended recommended)) {
            throw new AppException(ErrorCode.INTERNAL, "recommendation %s has no portfolio".formatted(stored.id()));
        }
        LocalDate session = forward(stored.session(), sessions);
        boolean mayWait = forward(session, GRACE_SESSIONS).isAfter(closed);
        return new Pass(stored, recommended, session, mayWait).grade(sessions);
    }

    private static LocalDate forward(LocalDate session, int sessions) {
        LocalDate day = session;
        for (int i = 0; i < sessions; i++) {
            day = CALENDAR.nextSession(day);
        }
        return day;
    }

    /** One recommendation, one horizon. */
    private final class Pass {

        private final StoredRecommendation stored;
        private final Recommended recommended;
        private final RequestDocument request;
        private final LocalDate session;
        private final boolean mayWait;
        private final AsOf asOf;
        private final List<String> notes = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();

        Pass(StoredRecommendation stored, Recommended recommended, LocalDate session, boolean mayWait) {
            this.stored = stored;
            this.recommended = recommended;
            this.request = json.readRequest(stored.request());
            this.session = session;
            this.mayWait = mayWait;
            this.asOf = endOf(session);
        }

        /** The evening of the session: the same grade whenever it is made, as far as that evening is over. */
        private AsOf endOf(LocalDate day) {
            Instant end = day.plusDays(1).atStartOfDay(CALENDAR.zone()).toInstant();
            Instant now = clock.instant();
            return AsOf.of(now.isBefore(end) ? now : end);
        }

        Graded grade(int sessions) {
            double gain = 0;
            for (Position position : recommended.positions()) {
                gain += position.allocation().amount().doubleValue() * (factor(position) - 1);
            }
            @Nullable Double benchmark = benchmarkReturn();
            if (mayWait && !missing.isEmpty()) {
                return new Graded.Waiting("no price of %s yet: %s".formatted(session, String.join(", ", missing)));
            }
            return new Graded.Done(Grade.of(
                    stored.id(),
                    sessions,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    session,
                    gain / request.capital().doubleValue(),
                    benchmark,
                    notes));
        }

        private double factor(Position position) {
            HeldReturn held = catalog.find(position.assetId())
                    .map(asset -> read(asset, position.allocation().priceDate()))
                    .orElseGet(() -> HeldReturn.unknown(position.allocation().priceDate()));
            if (held.isCurrent()) {
                return held.factor();
            }
            if (held.isDead()) {
                notes.add("%s stopped trading: counted at its last price, of %s"
                        .formatted(position.symbol(), held.valuedOn()));
            } else {
                missing.add(position.symbol());
                notes.add("%s has no price of %s in our books: counted at that of %s"
                        .formatted(position.symbol(), session, held.valuedOn()));
            }
            return held.factor();
        }

        private @Nullable Double benchmarkReturn() {
            Optional<HeldReturn> held = benchmark().map(asset -> read(asset, stored.session()));
            if (held.isPresent() && held.get().isCurrent()) {
                return held.get().factor() - 1;
            }
            if (held.isPresent() && !held.get().isDead()) {
                missing.add(request.benchmark());
            }
            notes.add("%s has no prices of both days: there is nothing to compare with".formatted(request.benchmark()));
            return null;
        }

        private Optional<Asset> benchmark() {
            String name = request.benchmark();
            return name.length() == UUID_CHARACTERS
                    ? catalog.find(AssetId.parse(name))
                    : catalog.find(Symbol.parse(name), stored.session());
        }

        private HeldReturn read(Asset asset, LocalDate from) {
            return HeldReturn.of(history, asset, from, session, asOf);
        }
    }
}
