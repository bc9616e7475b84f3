package io.lumia.signals.sentiment;

import io.lumia.market.ExchangeCalendar;
import io.lumia.signals.sentiment.SentimentDay.Contribution;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a row of each session from the texts about an asset. The row of a session counts what could be used at its close,
 * so nothing later can change it but a text that was collected late.
 *
 * <p>The weight of a text at a close is {@code credibility · relevance · confidence · 2^(−age / half-life)}, its age the time
 * from when it could be used to the close. The mean is {@code Σ w s / Σ w}, the dispersion {@code √(Σ w (s − mean)² / Σ w)}.
 */
public final class SentimentSeries {

    private final List<Mention> mentions;
    private final ExchangeCalendar calendar;
    private final SentimentRules rules;

    /** @param mentions by the instant from which they can be used */
    public SentimentSeries(List<Mention> mentions, ExchangeCalendar calendar, SentimentRules rules) {
        this.mentions = List.copyOf(mentions);
        this.calendar = calendar;
        this.rules = rules;
    }

    /** From when on texts are needed for the rows from a session on. */
    public static Instant neededFrom(LocalDate first, ExchangeCalendar calendar, SentimentRules rules) {
        return closeBefore(first.minusDays(rules.surpriseDays()), rules.longest() + 1, calendar);
    }

    /** The close of the session that lies so many before a date; texts that are usable later are of those sessions. */
    static Instant closeBefore(LocalDate date, int sessions, ExchangeCalendar calendar) {
        LocalDate session = date;
        for (int i = 0; i < sessions; i++) {
            session = calendar.previousSession(session);
        }
        return calendar.closeInstant(session);
    }

    /** The first session at whose close a text can be used. */
    public static LocalDate sessionOf(Instant usableFrom, ExchangeCalendar calendar) {
        LocalDate day = usableFrom.atZone(calendar.zone()).toLocalDate();
        LocalDate session = calendar.isSession(day) ? day : calendar.nextSession(day);
        return usableFrom.isAfter(calendar.closeInstant(session)) ? calendar.nextSession(session) : session;
    }

    /** Rows from {@code from} to {@code to}, both included, oldest first; sessions without a fresh text have none. */
    public List<SentimentDay> rows(LocalDate from, LocalDate to) {
        List<SentimentDay> all = new ArrayList<>();
        for (LocalDate session : sessionsWithTexts(from.minusDays(rules.surpriseDays()), to)) {
            all.add(row(session, all));
        }
        return all.stream().filter(day -> !day.date().isBefore(from)).toList();
    }

    /** The texts that make the row of a session, heaviest first. */
    public List<Contribution> contributions(LocalDate session) {
        Instant close = calendar.closeInstant(session);
        List<Mention> fresh = within(session, rules.freshSessions());
        double news = total(fresh, mention -> !mention.social(), close);
        double posts = total(fresh, Mention::social, close);
        return fresh.stream()
                .map(mention -> new Contribution(
                        mention.articleId(),
                        mention.social(),
                        mention.score(),
                        share(mention, mention.social() ? posts : news, close)))
                .sorted(Comparator.comparingDouble(Contribution::share)
                        .reversed()
                        .thenComparing(Contribution::articleId))
                .toList();
    }

    private double share(Mention mention, double total, Instant close) {
        return mention.abstained() || total == 0 ? 0 : weight(mention, close) / total;
    }

    private double total(List<Mention> some, Predicate<Mention> wanted, Instant close) {
        return some.stream()
                .filter(wanted.and(mention -> !mention.abstained()))
                .mapToDouble(mention -> weight(mention, close))
                .sum();
    }

    private List<LocalDate> sessionsWithTexts(LocalDate from, LocalDate to) {
        List<LocalDate> sessions = new ArrayList<>();
        for (Mention mention : mentions) {
            LocalDate session = sessionOf(mention.usableFrom(), calendar);
            for (int i = 0; i < rules.freshSessions(); i++) {
                sessions.add(session);
                session = calendar.nextSession(session);
            }
        }
        return sessions.stream()
                .filter(session -> !session.isBefore(from) && !session.isAfter(to))
                .distinct()
                .sorted()
                .toList();
    }

    private SentimentDay row(LocalDate session, List<SentimentDay> before) {
        Instant close = calendar.closeInstant(session);
        List<Mention> fresh = within(session, rules.freshSessions());
        WeightedMean news = mean(fresh, mention -> !mention.social(), close);
        WeightedMean posts = mean(fresh, Mention::social, close);
        return new SentimentDay(
                session,
                news.mean(),
                news.deviation(),
                news.count(),
                posts.mean(),
                posts.count(),
                (int) fresh.stream().filter(Mention::abstained).count(),
                flat(session, rules.shortSessions()) - flat(session, rules.longSessions()),
                surprise(session, news.mean(), before));
    }

    private WeightedMean mean(List<Mention> fresh, Predicate<Mention> wanted, Instant close) {
        WeightedMean mean = new WeightedMean();
        fresh.stream()
                .filter(wanted.and(mention -> !mention.abstained()))
                .forEach(mention -> mean.add(mention.score(), weight(mention, close)));
        return mean;
    }

    /** The mean of a window in which age takes nothing. */
    private double flat(LocalDate session, int sessions) {
        WeightedMean mean = new WeightedMean();
        within(session, sessions).stream()
                .filter(mention -> !mention.social() && !mention.abstained())
                .forEach(mention -> mean.add(mention.score(), mention.weight()));
        return mean.mean();
    }

    private double surprise(LocalDate session, double average, List<SentimentDay> before) {
        LocalDate first = session.minusDays(rules.surpriseDays());
        double[] past = before.stream()
                .filter(day -> !day.date().isBefore(first))
                .mapToDouble(SentimentDay::averageSentiment)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        if (past.length < rules.leastRows() || Double.isNaN(average)) {
            return Double.NaN;
        }
        double mean = java.util.Arrays.stream(past).sum() / past.length;
        double squares = java.util.Arrays.stream(past)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double deviation = Math.sqrt(squares / (past.length - 1));
        return deviation > 0 ? (average - mean) / deviation : Double.NaN;
    }

    /** Texts that became usable in the last so many sessions up to a close. */
    private List<Mention> within(LocalDate session, int sessions) {
        Instant close = calendar.closeInstant(session);
        return mentions.subList(firstAfter(closeBefore(session, sessions, calendar)), firstAfter(close));
    }

    /** Position of the first text that can be used later than an instant. */
    private int firstAfter(Instant instant) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).usableFrom().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private double weight(Mention mention, Instant close) {
        double age = Duration.between(mention.usableFrom(), close).toSeconds()
                / (double) rules.halfLife().toSeconds();
        return mention.weight() * StrictMath.pow(2, -age);
    }

    /** Of scores one by one. */
    private static final class WeightedMean {

        private double weights;
        private double sum;
        private double squares;
        private int count;

        void add(double value, double weight) {
            weights += weight;
            sum += weight * value;
            squares += weight * value * value;
            count++;
        }

        int count() {
            return count;
        }

        /** NaN where nothing has weight. */
        double mean() {
            return weights > 0 ? sum / weights : Double.NaN;
        }

        double deviation() {
            return weights > 0 ? Math.sqrt(Math.max(0, squares / weights - mean() * mean())) : Double.NaN;
        }
    }
}
