package io.lumia.signals.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.market.ExchangeCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SentimentSeriesTest {

    private static final ExchangeCalendar NEW_YORK = ExchangeCalendar.UNITED_STATES;

    /** A Wednesday; New York closes at 21:00 UTC in November. */
    private static final LocalDate WEDNESDAY = LocalDate.of(2017, 11, 8);

    @Test
    void weighsByConfidenceRelevanceCredibilityAndAge() {
        // At the close of 21:00: weights 0.8·1·1·2^-(24/24) = 0.4 and 0.5·0.8·0.5·2^-0 = 0.2.
        Mention older = news("2017-11-07T21:00:00.001Z", 1, 1, 0.8, 0.9);
        Mention atTheClose = news("2017-11-08T21:00:00Z", 0.5, 0.8, 0.5, -0.3);

        SentimentDay day = row(WEDNESDAY, older, atTheClose);

        double mean = (0.4 * 0.9 + 0.2 * -0.3) / 0.6;
        assertThat(day.averageSentiment()).isCloseTo(mean, within(1e-4));
        double variance = (0.4 * Math.pow(0.9 - mean, 2) + 0.2 * Math.pow(-0.3 - mean, 2)) / 0.6;
        assertThat(day.dispersion()).isCloseTo(Math.sqrt(variance), within(1e-4));
        assertThat(day.newsCount()).isEqualTo(2);
    }

    @Test
    void aTextCountsFromTheFirstCloseAtWhichItCanBeUsed() {
        Mention afterTheClose = news("2017-11-08T21:00:01Z", 1, 1, 1, 0.5);

        List<LocalDate> dates =
                rows(afterTheClose).stream().map(SentimentDay::date).toList();

        assertThat(dates).containsExactly(LocalDate.of(2017, 11, 9), LocalDate.of(2017, 11, 10));
    }

    @Test
    void nightsAndWeekendsWithoutSessionsTakeNoTextAway() {
        Mention fridayEvening = news("2017-11-10T23:00:00Z", 1, 1, 1, 0.5);

        List<LocalDate> dates =
                rows(fridayEvening).stream().map(SentimentDay::date).toList();

        assertThat(dates).containsExactly(LocalDate.of(2017, 11, 13), LocalDate.of(2017, 11, 14));
    }

    @Test
    void postsAreKeptApart() {
        SentimentDay day = row(
                WEDNESDAY,
                news("2017-11-08T15:00:00Z", 1, 1, 1, 0.5),
                post("2017-11-08T15:00:00Z", -0.5),
                post("2017-11-08T15:00:00Z", -0.5));

        assertThat(day.averageSentiment()).isCloseTo(0.5, within(1e-12));
        assertThat(day.socialSentiment()).isCloseTo(-0.5, within(1e-12));
        assertThat(day.newsCount()).isEqualTo(1);
        assertThat(day.socialCount()).isEqualTo(2);
    }

    @Test
    void whatAbstainedIsCountedAndInNoMean() {
        SentimentDay day = row(WEDNESDAY, abstained("2017-11-08T15:00:00Z"));

        assertThat(day.averageSentiment()).isNaN();
        assertThat(day.newsCount()).isZero();
        assertThat(day.abstainedCount()).isEqualTo(1);
    }

    @Test
    void momentumIsTheShortMeanLessTheLongOne() {
        // 16 sessions ago: in the mean of 20, not in that of 5.
        SentimentDay day =
                row(WEDNESDAY, news("2017-10-17T15:00:00Z", 1, 1, 1, -1), news("2017-11-08T15:00:00Z", 1, 1, 1, 0.5));

        assertThat(day.momentum()).isCloseTo(0.5 - (0.5 - 1) / 2, within(1e-12));
    }

    @Test
    void surpriseIsInDeviationsOfTheAssetsOwnYear() {
        List<Mention> mentions = new ArrayList<>();
        double[] past = new double[20];
        LocalDate session = LocalDate.of(2017, 3, 1);
        for (int i = 0; i < 20; i++) {
            // Three sessions apart, so that no two texts are in one mean; each is in two rows.
            past[i] = i % 2 == 0 ? 0.1 : -0.1;
            mentions.add(news(session + "T15:00:00Z", 1, 1, 1, past[i]));
            session = NEW_YORK.nextSession(NEW_YORK.nextSession(NEW_YORK.nextSession(session)));
        }
        mentions.add(news("2017-11-08T15:00:00Z", 1, 1, 1, 0.5));

        SentimentDay day = row(WEDNESDAY, mentions.toArray(Mention[]::new));

        // 40 rows of ±0.1 with mean 0: sample deviation √(40·0.01/39).
        assertThat(day.surprise()).isCloseTo(0.5 / Math.sqrt(40 * 0.01 / 39), within(1e-9));
    }

    @Test
    void surpriseIsUnknownWithFewerThanTwentyRows() {
        SentimentDay day =
                row(WEDNESDAY, news("2017-10-02T15:00:00Z", 1, 1, 1, 0.1), news("2017-11-08T15:00:00Z", 1, 1, 1, 0.5));

        assertThat(day.surprise()).isNaN();
    }

    @Test
    void aLateTextChangesOnlyTheDaysOnWhichItIsFresh() {
        List<Mention> known = List.of(
                news("2017-11-01T15:00:00Z", 1, 1, 1, 0.2),
                news("2017-11-08T15:00:00Z", 1, 1, 1, 0.5),
                news("2017-11-09T15:00:00Z", 1, 1, 1, 0.1));
        List<Mention> later = new ArrayList<>(known);
        later.add(news("2017-11-08T16:00:00Z", 1, 1, 1, -1));

        List<SentimentDay> before = rows(known.toArray(Mention[]::new));
        List<SentimentDay> after = rows(later.toArray(Mention[]::new));

        List<LocalDate> changed = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).averageSentiment() != after.get(i).averageSentiment()) {
                changed.add(before.get(i).date());
            }
        }
        assertThat(changed).containsExactly(LocalDate.of(2017, 11, 8), LocalDate.of(2017, 11, 9));
    }

    @Test
    void sharesOfTheTextsAddUpToOneAndGiveTheMean() {
        Mention[] mentions = {
            news("2017-11-07T22:00:00Z", 1, 0.9, 0.8, 0.9),
            news("2017-11-08T15:00:00Z", 0.5, 0.8, 0.5, -0.3),
            abstained("2017-11-08T15:00:00Z")
        };
        SentimentSeries series = series(mentions);

        List<SentimentDay.Contribution> parts = series.contributions(WEDNESDAY);

        assertThat(parts.stream().mapToDouble(SentimentDay.Contribution::share).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(parts.stream()
                        .mapToDouble(part -> part.share() * part.score())
                        .sum())
                .isCloseTo(row(WEDNESDAY, mentions).averageSentiment(), within(1e-12));
    }

    @Test
    void cryptoHasADayEveryDay() {
        Mention saturday = news("2017-11-11T12:00:00Z", 1, 1, 1, 0.5);

        List<LocalDate> dates = new SentimentSeries(List.of(saturday), ExchangeCalendar.DAILY, SentimentRules.USUAL)
                .rows(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 12, 31)).stream()
                        .map(SentimentDay::date)
                        .toList();

        assertThat(dates).containsExactly(LocalDate.of(2017, 11, 11), LocalDate.of(2017, 11, 12));
    }

    private static SentimentDay row(LocalDate date, Mention... mentions) {
        return rows(mentions).stream()
                .filter(day -> day.date().equals(date))
                .findFirst()
                .orElseThrow();
    }

    private static List<SentimentDay> rows(Mention... mentions) {
        return series(mentions).rows(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 12, 31));
    }

    private static SentimentSeries series(Mention... mentions) {
        List<Mention> inOrder = new ArrayList<>(List.of(mentions));
        inOrder.sort(Comparator.comparing(Mention::usableFrom));
        return new SentimentSeries(inOrder, NEW_YORK, new SentimentRules(2, Duration.ofHours(24), 5, 20, 365, 20));
    }

    private static Mention news(
            String usableFrom, double credibility, double relevance, double confidence, double score) {
        return mention(usableFrom, false, credibility, relevance, confidence, score, false);
    }

    private static Mention post(String usableFrom, double score) {
        return mention(usableFrom, true, 1, 1, 1, score, false);
    }

    private static Mention abstained(String usableFrom) {
        return mention(usableFrom, false, 1, 1, 0.4, 0.1, true);
    }

    private static Mention mention(
            String usableFrom,
            boolean social,
            double credibility,
            double relevance,
            double confidence,
            double score,
            boolean abstained) {
        UUID id =
                UUID.nameUUIDFromBytes((usableFrom + score + social).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Mention(id, Instant.parse(usableFrom), social, credibility, relevance, confidence, score, abstained);
    }
}
