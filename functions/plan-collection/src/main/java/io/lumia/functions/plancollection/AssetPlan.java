package io.lumia.functions.plancollection;

import io.lumia.collection.Job;
import io.lumia.collection.JobMode;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.Capability;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a job asks web providers for. Pure: the same knowledge gives the same requests.
 *
 * <p>What our books lack is asked for, and nothing else: descriptions of symbols that they do not know, gaps between the
 * first and the last session that there should be, and the few sessions before the end in which corrections come. What the
 * first provider of the job does not offer, the first of the others that does decides about. A request is about as many
 * symbols as one call can be.
 */
final class AssetPlan {

    /** Longer ago than a fresh text may be; a source that is asked every hour has told of them before. */
    private static final int ARTICLE_DAYS = 3;

    private final Job job;
    private final List<Capabilities> chain;
    private final Bounds bounds;
    private final List<Request> requests = new ArrayList<>();

    /**
     * An asset that the job is about.
     *
     * @param type   null where our books do not know it and the job does not say
     * @param known  whether our books have it
     * @param ranges what they lack, by dataset, oldest first; a range without a beginning is all there is
     * @param last   up to when there can be something
     * @param answeredAt when a provider answered last about its dated facts; null where none ever did
     */
    record Wanted(
            String symbol,
            @Nullable AssetType type,
            boolean known,
            Map<Dataset, List<DateRange>> ranges,
            LocalDate last,
            @Nullable Instant answeredAt) {

        Wanted {
            ranges = Map.copyOf(ranges);
        }

        /** About which nobody was asked yet. */
        Wanted(
                String symbol,
                @Nullable AssetType type,
                boolean known,
                Map<Dataset, List<DateRange>> ranges,
                LocalDate last) {
            this(symbol, type, known, ranges, last, null);
        }

        Instant answeredAtOrNever() {
            return answeredAt == null ? Instant.MIN : answeredAt;
        }
    }

    /** @param from null for all there is */
    record DateRange(@Nullable LocalDate from, LocalDate to) {}

    /**
     * How much may be asked for.
     *
     * @param items    requests of a run
     * @param calls    that the providers still take today
     * @param today    by the planner's clock
     * @param from     nothing before it is asked for, null without such a bound
     * @param to       nothing after it
     */
    record Bounds(
            int items,
            int calls,
            LocalDate today,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        Bounds(int items, int calls, LocalDate today) {
            this(items, calls, today, null, null);
        }
    }

    /**
     * What was decided.
     *
     * @param leftOver requests beyond the bounds, which the next run plans again
     */
    record Plan(List<Request> requests, int leftOver) {
        Plan {
            requests = List.copyOf(requests);
        }
    }

    private AssetPlan(Job job, List<Capabilities> chain, Bounds bounds) {
        this.job = job;
        this.chain = chain;
        this.bounds = bounds;
    }

    /** @param chain what the job's providers declare, in the order in which they are asked */
    static Plan decide(Job job, List<Capabilities> chain, List<Wanted> assets, Bounds bounds) {
        AssetPlan plan = new AssetPlan(job, chain, bounds);
        List<Wanted> inOrder = job.mode() instanceof JobMode.Batch ? oldestAnswerFirst(assets) : assets;
        job.datasets().stream().sorted().forEach(dataset -> plan.add(dataset, inOrder));
        return plan.bounded();
    }

    /** So that a batch that is larger than its bounds gets through all of it, run by run. */
    private static List<Wanted> oldestAnswerFirst(List<Wanted> assets) {
        return assets.stream()
                .sorted(Comparator.comparing(Wanted::answeredAtOrNever))
                .toList();
    }

    private void add(Dataset dataset, List<Wanted> assets) {
        Map<Group, List<String>> groups = new LinkedHashMap<>();
        for (Wanted asset : assets) {
            offer(dataset, asset.type())
                    .filter(_ -> !comesWithBars(dataset, asset))
                    .ifPresent(offer -> ranges(dataset, asset, offer).forEach(range -> groups.computeIfAbsent(
                                    new Group(asset.type(), range, offer.symbolsPerCall()), _ -> new ArrayList<>())
                            .add(asset.symbol())));
        }
        groups.forEach((group, symbols) -> addChunks(dataset, group, symbols));
    }

    /** Assets that one request can be about. */
    private record Group(@Nullable AssetType type, DateRange range, int symbolsPerCall) {}

    private void addChunks(Dataset dataset, Group group, List<String> symbols) {
        for (int start = 0; start < symbols.size(); start += group.symbolsPerCall()) {
            List<String> chunk = symbols.subList(start, Math.min(start + group.symbolsPerCall(), symbols.size()));
            requests.add(new Request(
                    dataset,
                    chunk,
                    group.type(),
                    group.range().from(),
                    group.range().to()));
        }
    }

    private List<DateRange> ranges(Dataset dataset, Wanted asset, Capability offer) {
        return switch (dataset) {
            case ASSETS -> asset.known() && !isAboutAssetsOnly() ? List.of() : List.of(all(asset));
            case FILINGS, COMPANY_FACTS, FUNDAMENTALS -> List.of(all(asset));
            case ACTIONS, BARS, OBSERVATIONS -> dated(dataset, asset, offer);
            case ARTICLES -> articles(offer);
        };
    }

    /** Texts come at any time and are not missed one by one: the last days are asked for, or the range of a batch. */
    private List<DateRange> articles(Capability offer) {
        DateRange range = job.mode() instanceof JobMode.Batch batch
                ? new DateRange(batch.from(), earlier(batch.to(), bounds.today()))
                : new DateRange(
                        bounds.from() == null ? bounds.today().minusDays(ARTICLE_DAYS) : bounds.from(), bounds.today());
        return withinReach(range, offer).stream().toList();
    }

    private List<DateRange> dated(Dataset dataset, Wanted asset, Capability offer) {
        List<DateRange> wanted = job.mode() instanceof JobMode.Batch batch
                ? List.of(new DateRange(batch.from(), earlier(batch.to(), asset.last())))
                : asset.known() ? asset.ranges().getOrDefault(dataset, List.of()) : List.of(all(asset));
        return wanted.stream()
                .flatMap(range -> withinReach(range, offer).stream())
                .toList();
    }

    /** What the provider cannot know, or is out of bounds, it is not asked for. */
    private Optional<DateRange> withinReach(DateRange range, Capability offer) {
        LocalDate first = offer.reach() == null ? null : bounds.today().minus(offer.reach());
        LocalDate from = later(later(range.from(), bounds.from()), later(first, offer.firstDate()));
        LocalDate to = earlier(bounds.to(), range.to());
        boolean isSomething = from == null || !from.isAfter(to);
        return isSomething ? Optional.of(new DateRange(from, to)) : Optional.empty();
    }

    private static DateRange all(Wanted asset) {
        return new DateRange(null, asset.last());
    }

    private boolean isAboutAssetsOnly() {
        return job.datasets().equals(List.of(Dataset.ASSETS));
    }

    private boolean comesWithBars(Dataset dataset, Wanted asset) {
        return dataset == Dataset.ACTIONS
                && job.datasets().contains(Dataset.BARS)
                && offer(Dataset.BARS, asset.type())
                        .map(Capability::withActions)
                        .orElse(false);
    }

    private Optional<Capability> offer(Dataset dataset, @Nullable AssetType type) {
        return chain.stream()
                .flatMap(provider -> (dataset == Dataset.ASSETS
                                ? provider.offerOfAssets(type)
                                : provider.offer(dataset, type))
                        .stream())
                .findFirst();
    }

    /** The first so many, since those of an earlier stage come first and the others rest on them. */
    private Plan bounded() {
        int most = Math.max(0, Math.min(bounds.items(), bounds.calls()));
        int kept = Math.min(most, requests.size());
        return new Plan(requests.subList(0, kept), requests.size() - kept);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
        return one != null && one.isBefore(other) ? one : other;
    }
}
