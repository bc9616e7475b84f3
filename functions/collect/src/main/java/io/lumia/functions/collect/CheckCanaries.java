package io.lumia.functions.collect;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Job;
import io.lumia.collection.progress.AlarmBell;
import io.lumia.kernel.AppException;
import io.lumia.market.provider.MarketDataProvider;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.Fetched;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.Providers;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.Capabilities.Canary;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.event.Outbox;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every provider that a job names for its canary, whose answer is known to be there, and raises an alarm where it does
 * not come, is too short, or has values that cannot be: a provider that changed without a word. Nothing of it is stored.
 */
@Singleton
@Requires(beans = AlarmBell.class)
public final class CheckCanaries {

    static final String ANNOUNCER = "lumia.collect";
    static final String KIND = "canary_failed";

    private static final int LOOK_BACK_DAYS = 30;
    private static final int EVENTS_PER_FLUSH = 100;
    private static final Logger LOG = LoggerFactory.getLogger(CheckCanaries.class);

    private final CollectionLog log;
    private final Providers providers;
    private final AlarmBell bell;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    CheckCanaries(
            CollectionLog log,
            Providers providers,
            AlarmBell bell,
            Transactions transactions,
            Outbox outbox,
            Clock clock) {
        this.log = log;
        this.providers = providers;
        this.bell = bell;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Of all providers that an enabled job names first: one that is only fallen back on is asked when it is needed. */
    public void check() {
        Set<String> inUse = new TreeSet<>();
        log.jobs().stream().filter(Job::enabled).map(Job::provider).forEach(inUse::add);
        for (String name : inUse) {
            Optional<Canary> canary = providers.capabilities(name).map(Capabilities::canary);
            canary.ifPresent(wanted -> check(providers.get("provider", name), wanted));
        }
        outbox.flush(EVENTS_PER_FLUSH);
    }

    private void check(MarketDataProvider provider, Canary canary) {
        String subject = "provider:" + provider.name();
        Optional<String> fault = faultOf(provider, canary);
        LOG.info("canary {} of {}: {}", canary.symbol(), provider.name(), fault.orElse("well"));
        transactions.inTransaction(() -> {
            if (fault.isPresent()) {
                bell.ring(ANNOUNCER, subject, KIND, "%s: %s".formatted(canary.symbol(), fault.get()));
            } else {
                bell.silence(subject, KIND);
            }
        });
    }

    private Optional<String> faultOf(MarketDataProvider provider, Canary canary) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        ProviderAnswer answer = provider.fetch(new ProviderRequest(
                "",
                canary.dataset(),
                List.of(canary.symbol()),
                today.minusDays(LOOK_BACK_DAYS),
                today,
                canary.type(),
                null,
                null));
        if (!(answer instanceof Fetched fetched)) {
            return Optional.of("%s: %s".formatted(answer.code(), answer.detail()));
        }
        try {
            return faultOf(provider.read(fetched.answer()), canary);
        } catch (AppException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** What is wrong with the rows; empty where they are as they should be. */
    static Optional<String> faultOf(ParsedAnswer rows, Canary canary) {
        double[] values = values(rows).toArray();
        int count = Math.max(values.length, rows.size() - rows.assets().size());
        if (count < canary.leastRows()) {
            return Optional.of("%d rows within %d days; at least %d were expected"
                    .formatted(count, LOOK_BACK_DAYS, canary.leastRows()));
        }
        return DoubleStream.of(values)
                .filter(value -> !(value >= canary.least() && value <= canary.most()))
                .boxed()
                .findFirst()
                .map(value -> "a value is %s; %s to %s was expected".formatted(value, canary.least(), canary.most()));
    }

    private static DoubleStream values(ParsedAnswer rows) {
        return DoubleStream.concat(
                rows.bars().stream().map(Row::value).mapToDouble(bar -> bar.close()),
                rows.observations().stream().map(Row::value).mapToDouble(observation -> observation.value()));
    }
}
