package io.lumia.market.provider;

import java.time.Duration;

/** How a request to a provider ended. Nothing unknown is ever {@link Fetched}. */
public sealed interface ProviderAnswer {

    /** The outcome's name in messages, tables and reports. */
    default String code() {
        return switch (this) {
            case Fetched _ -> "fetched";
            case Unchanged _ -> "unchanged";
            case EmptyConfirmed _ -> "empty_confirmed";
            case SymbolUnknown _ -> "symbol_unknown";
            case Throttled _ -> "throttled";
            case PlanLimit _ -> "plan_limit";
            case BadKey _ -> "bad_key";
            case SchemaChanged _ -> "schema_changed";
            case Blocked _ -> "blocked";
            case Unreachable _ -> "unreachable";
        };
    }

    /** What was seen, for a person; empty for an answer. */
    String detail();

    /** There is content. */
    record Fetched(RawAnswer answer) implements ProviderAnswer {
        @Override
        public String detail() {
            return "";
        }
    }

    /** The source says that its answer is the one we have (304 to a conditional request). */
    record Unchanged(String detail) implements ProviderAnswer {}

    /** The source says clearly that it has nothing for this request. */
    record EmptyConfirmed(String detail) implements ProviderAnswer {}

    /** The source does not know any of the symbols. */
    record SymbolUnknown(String detail) implements ProviderAnswer {}

    /** The source asks us to wait: too many calls in a short time. */
    record Throttled(Duration waitTime, String detail) implements ProviderAnswer {}

    /** The plan that our key has does not hold this, or its calls for the day or month are used up. */
    record PlanLimit(String detail) implements ProviderAnswer {}

    /** The source refuses our key, or wants one and we have none. */
    record BadKey(String detail) implements ProviderAnswer {}

    /** The answer does not look as this adapter knows it. */
    record SchemaChanged(String detail) implements ProviderAnswer {}

    /** The source refuses us whoever asks what: a bot wall, a consent page, a country, an undeclared agent. */
    record Blocked(String detail) implements ProviderAnswer {}

    /** The source could not be reached, or failed itself. */
    record Unreachable(String detail) implements ProviderAnswer {}
}
