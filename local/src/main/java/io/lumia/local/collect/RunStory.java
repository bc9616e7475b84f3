package io.lumia.local.collect;

import io.lumia.collection.Attempt;
import io.lumia.collection.CallLedger;
import io.lumia.collection.CallLedger.ProviderState;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.Item;
import io.lumia.collection.Run;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.runtime.FunctionHost;
import io.lumia.platform.database.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells what became of a run: how its items ended, and what each provider that was asked for them answered. */
public final class RunStory {

    private static final String CLOSED = "closed";

    private final CollectionLog log;
    private final CallLedger ledger;
    private final Transactions transactions;

    public RunStory(FunctionHost functions) {
        this.log = functions.bean(CollectionLog.class);
        this.ledger = functions.bean(CallLedger.class);
        this.transactions = functions.bean(Transactions.class);
    }

    public Story of(UUID runId) {
        Run run = transactions
                .inTransaction(() -> log.findRun(runId))
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no run with the id %s".formatted(runId)));
        List<Item> items = transactions.inTransaction(() -> log.items(runId));
        Map<String, Integer> outcomes = new TreeMap<>();
        items.forEach(item -> outcomes.merge(outcome(item), 1, Integer::sum));
        return new Story(run, outcomes, providers(items));
    }

    private static String outcome(Item item) {
        String outcome = item.outcome();
        return outcome == null ? item.status().code() : outcome;
    }

    /** In the order in which they were first asked. */
    private List<Asked> providers(List<Item> items) {
        Map<String, ProviderState> states = new TreeMap<>();
        transactions.inTransaction(ledger::states).forEach(state -> states.put(state.provider(), state));
        List<Attempt> attempts = items.stream()
                .flatMap(item -> item.collecting().attempts().stream())
                .toList();
        List<Asked> asked = new ArrayList<>();
        attempts.stream()
                .map(Attempt::provider)
                .distinct()
                .forEach(provider -> asked.add(asked(provider, attempts, states.get(provider))));
        return asked;
    }

    private static Asked asked(String provider, List<Attempt> attempts, @Nullable ProviderState state) {
        List<Attempt> its = attempts.stream()
                .filter(attempt -> attempt.provider().equals(provider))
                .toList();
        Map<String, Integer> outcomes = new TreeMap<>();
        its.forEach(attempt -> outcomes.merge(attempt.outcome(), 1, Integer::sum));
        // What a call brought says more than why there was none.
        String detail = its.stream()
                .filter(attempt -> attempt.calls() > 0)
                .findFirst()
                .orElse(its.getFirst())
                .detail();
        return new Asked(
                provider,
                outcomes,
                detail,
                state == null ? CLOSED : state.breaker(),
                state == null ? null : state.openUntil());
    }

    /**
     * A run and what came of it.
     *
     * @param outcomes  how many items ended how; those that did not end count by where they stand
     * @param providers those that were asked
     */
    public record Story(Run run, Map<String, Integer> outcomes, List<Asked> providers) {}

    /**
     * A provider that was asked.
     *
     * @param outcomes  how often it answered what
     * @param detail    what its first call brought, or why there was none, for a person; empty where it said nothing
     * @param breaker   closed, open or half_open, as it stands now
     * @param openUntil when it may be asked again; null while the breaker is closed
     */
    public record Asked(
            String provider,
            Map<String, Integer> outcomes,
            String detail,
            String breaker,
            @Nullable Instant openUntil) {

        public boolean isBreakerClosed() {
            return breaker.equals(CLOSED);
        }
    }
}
