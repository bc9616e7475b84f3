package io.lumia.market.provider.web;

import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.Blocked;
import io.lumia.market.provider.ProviderAnswer.PlanLimit;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.ProviderAnswer.Unchanged;
import io.lumia.market.provider.ProviderAnswer.Unreachable;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.CallGate.Call;
import io.lumia.market.provider.web.CallGate.CallEnd;
import io.lumia.market.provider.web.CallGate.Caller;
import io.lumia.market.provider.web.CallGate.Permission;
import io.lumia.market.provider.web.CallGate.Permission.BreakerOpen;
import io.lumia.market.provider.web.CallGate.Permission.BudgetUsed;
import io.lumia.market.provider.web.CallGate.Permission.Granted;
import io.lumia.market.provider.web.CallGate.Permission.WaitUntil;
import io.lumia.market.provider.web.CallGate.Validators;
import io.lumia.market.provider.web.Reading.NoRows;
import io.lumia.market.provider.web.Reading.Rows;
import io.lumia.platform.retry.Backoff;
import io.lumia.platform.web.WebClient;
import io.lumia.platform.web.WebFailure;
import io.lumia.platform.web.WebRequest;
import io.lumia.platform.web.WebResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends one provider's calls for one request: through the gate, again where that may help, never beyond the deadline. Counts
 * what it took.
 */
final class CallSender {

    /** Of one call; a provider that needs longer is as good as away. */
    static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    /** Quotas that others use up between our wait and our turn make us wait again; not for ever. */
    static final int MAX_WAITS = 200;

    private static final Duration SHORTEST_CALL = Duration.ofMillis(200);

    private final WebAdapter adapter;
    private final ProviderSettings settings;
    private final WebClient client;
    private final CallGate gate;
    private final Backoff backoff;
    private final Clock clock;
    private final ProviderRequest request;
    private final Instant deadline;
    private final Secrets secrets;
    private final Caller caller;
    private final Set<String> hosts;
    private int calls;
    private long bytes;

    CallSender(
            WebAdapter adapter,
            ProviderSettings settings,
            WebClient client,
            CallGate gate,
            Backoff backoff,
            Clock clock,
            ProviderRequest request,
            Instant deadline) {
        this.adapter = adapter;
        this.settings = settings;
        this.client = client;
        this.gate = gate;
        this.backoff = backoff;
        this.clock = clock;
        this.request = request;
        this.deadline = deadline;
        this.secrets = new Secrets(settings.key());
        this.caller = new Caller(settings.provider(), settings.keyId(), settings.quotas());
        this.hosts = new HashSet<>(adapter.capabilities().hosts());
        hosts.add(settings.host());
        hosts.addAll(adapter.hosts(request));
    }

    /** What a call brought: rows and the exchange that holds them, or why there are none (and the exchange, if any). */
    record Sent(Reading reading, @Nullable KeptExchange exchange) {
        static Sent none(ProviderAnswer why) {
            return new Sent(Reading.none(why), null);
        }
    }

    int calls() {
        return calls;
    }

    long bytes() {
        return bytes;
    }

    String withoutSecrets(String text) {
        return secrets.text(text);
    }

    /** @param conditional whether an answer that we have already may be said to be unchanged */
    Sent send(WebCall call, boolean conditional) {
        Sent sent = Sent.none(new Unreachable("the time for this request is up"));
        for (int attempt = 1; attempt <= backoff.maxAttempts(); attempt++) {
            Permission permission = enter(call);
            if (!(permission instanceof Granted granted)) {
                // What came the first time says more than why there is no second one.
                return attempt == 1 ? Sent.none(refused(permission)) : sent;
            }
            sent = exchange(call, granted.callId(), conditional);
            if (!maySucceedLater(sent.reading())
                    || attempt == backoff.maxAttempts()
                    || !waits(backoff.nextWait(attempt))) {
                return sent;
            }
        }
        return sent;
    }

    /** A throttled call waits in front of the gate, which knows until when. */
    private static boolean maySucceedLater(Reading reading) {
        return reading instanceof NoRows(ProviderAnswer why)
                && (why instanceof Unreachable || why instanceof Throttled);
    }

    /** False, without waiting, where that would pass the deadline. */
    private boolean waits(Duration wait) {
        if (clock.instant().plus(wait).plus(SHORTEST_CALL).isAfter(deadline)) {
            return false;
        }
        backoff.waitFor(wait);
        return true;
    }

    private Permission enter(WebCall call) {
        Call entry = new Call(request.itemId(), call.kind(), secrets.address(call.address()));
        Permission permission = gate.enter(caller, entry, clock.instant());
        for (int waited = 0; waited < MAX_WAITS && permission instanceof WaitUntil wait; waited++) {
            Duration rest = Duration.between(clock.instant(), wait.until());
            // Some chance in it, so that all who wait for the same moment do not come at once.
            Duration longer = rest.isNegative() ? Duration.ZERO : rest;
            if (!waits(longer.plus(backoff.nextWait(1).dividedBy(4)))) {
                return wait;
            }
            permission = gate.enter(caller, entry, clock.instant());
        }
        return permission;
    }

    private ProviderAnswer refused(Permission permission) {
        return switch (permission) {
            case Granted granted -> throw new IllegalStateException("granted is not refused: " + granted);
            case WaitUntil wait -> new Throttled(rest(wait.until()), "not asked: " + wait.why());
            case BreakerOpen open ->
                new Unreachable("not asked before %s: it failed too often of late".formatted(open.until()));
            case BudgetUsed used -> new PlanLimit("not asked before %s: %s".formatted(used.until(), used.why()));
        };
    }

    private Duration rest(Instant until) {
        Duration rest = Duration.between(clock.instant(), until);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private Sent exchange(WebCall call, long callId, boolean conditional) {
        calls++;
        Map<String, String> headers = new HashMap<>(call.headers());
        if (conditional) {
            gate.validators(settings.provider(), secrets.address(call.address()))
                    .ifPresent(known -> add(headers, known));
        }
        return switch (client.get(new WebRequest(call.address(), headers, hosts, call.maxBytes(), timeout()))) {
            case WebFailure failure -> failed(callId, failure);
            case WebResponse response -> answered(call, callId, response);
        };
    }

    private static void add(Map<String, String> headers, Validators known) {
        if (!known.etag().isEmpty()) {
            headers.put("If-None-Match", known.etag());
        }
        if (!known.lastModified().isEmpty()) {
            headers.put("If-Modified-Since", known.lastModified());
        }
    }

    private Duration timeout() {
        Duration left = Duration.between(clock.instant(), deadline);
        return left.compareTo(LONGEST_CALL) > 0 ? LONGEST_CALL : left.isNegative() ? Duration.ZERO : left;
    }

    private Sent failed(long callId, WebFailure failure) {
        bytes += failure.bytes();
        String detail = secrets.text("%s: %s".formatted(failure.kind().code(), failure.detail()));
        ProviderAnswer why =
                switch (failure.kind()) {
                    case NAME_UNKNOWN, CONNECTION_REFUSED, TLS_FAILED, TIMED_OUT, CUT_OFF -> new Unreachable(detail);
                    case FORBIDDEN_ADDRESS -> new Blocked(detail);
                    case TOO_LARGE, MALFORMED -> new SchemaChanged(detail);
                };
        end(callId, 0, why, failure.bytes(), Validators.NONE);
        return Sent.none(why);
    }

    private Sent answered(WebCall call, long callId, WebResponse response) {
        bytes += response.body().length;
        Reading reading = read(context(call, response), response);
        Validators validators = new Validators(
                response.header("etag").orElse(""),
                response.header("last-modified").orElse(""));
        switch (reading) {
            case Rows _ ->
                end(callId, response.status(), "fetched", "", response.body().length, validators, Duration.ZERO);
            case NoRows(ProviderAnswer why) ->
                end(callId, response.status(), why, response.body().length, Validators.NONE);
        }
        String address = secrets.address(call.address());
        return new Sent(reading, new KeptExchange(call.kind(), call.symbol(), address, kept(response)));
    }

    /** Read with the key, since a link to the next page may hold it; kept without. */
    private WebResponse kept(WebResponse response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().forEach((name, value) -> headers.put(name, secrets.text(value)));
        return new WebResponse(response.status(), headers, secrets.body(response.body()), response.receivedAt());
    }

    private ReadContext context(WebCall call, WebResponse response) {
        return new ReadContext(
                call.kind(),
                call.symbol(),
                request.symbols(),
                request.assetType(),
                request.from(),
                request.to(),
                response.receivedAt());
    }

    /** A 304 is ours, since the condition was; an adapter's reader that fails has met what it does not know. */
    private Reading read(ReadContext context, WebResponse response) {
        if (response.status() == 304) {
            return Reading.none(new Unchanged("not modified"));
        }
        try {
            return cleaned(StoredAnswer.read(adapter, context, response));
        } catch (RuntimeException e) {
            return Reading.schemaChanged(secrets.text("its reader failed: " + e));
        }
    }

    private Reading cleaned(Reading reading) {
        return reading instanceof NoRows(ProviderAnswer why) ? Reading.none(cleaned(why)) : reading;
    }

    private ProviderAnswer cleaned(ProviderAnswer why) {
        String detail = secrets.text(why.detail());
        return switch (why) {
            case ProviderAnswer.Fetched fetched -> fetched;
            case Unchanged _ -> new Unchanged(detail);
            case ProviderAnswer.EmptyConfirmed _ -> new ProviderAnswer.EmptyConfirmed(detail);
            case ProviderAnswer.SymbolUnknown _ -> new ProviderAnswer.SymbolUnknown(detail);
            case Throttled throttled -> new Throttled(throttled.waitTime(), detail);
            case PlanLimit _ -> new PlanLimit(detail);
            case ProviderAnswer.BadKey _ -> new ProviderAnswer.BadKey(detail);
            case SchemaChanged _ -> new SchemaChanged(detail);
            case Blocked _ -> new Blocked(detail);
            case Unreachable _ -> new Unreachable(detail);
        };
    }

    private void end(long callId, int status, ProviderAnswer why, long size, Validators validators) {
        Duration wait = Optional.of(why)
                .filter(Throttled.class::isInstance)
                .map(throttled -> ((Throttled) throttled).waitTime())
                .orElse(Duration.ZERO);
        end(callId, status, why.code(), why.detail(), size, validators, wait);
    }

    private void end(
            long callId, int status, String outcome, String detail, long size, Validators validators, Duration wait) {
        gate.end(callId, new CallEnd(clock.instant(), status, outcome, size, validators, wait, detail));
    }
}
