package io.lumia.market.provider;

import java.time.Duration;

/** How a request to a provider ended. Nothing unknown is ever {@link Fetched}. */
public sealed interface ProviderAnswer {

    /** The outcome's name in messages, tables and reports. */
    String code();

    /** There is content. */
    record Fetched(RawAnswer answer) implements ProviderAnswer {
        @Override
        public String code() {
            return "fetched";
        }
    }

    /** The source says clearly that it has nothing for this request. */
    record EmptyConfirmed(String detail) implements ProviderAnswer {
        @Override
        public String code() {
            return "empty_confirmed";
        }
    }

    /** The source does not know any of the symbols. */
    record SymbolUnknown(String detail) implements ProviderAnswer {
        @Override
        public String code() {
            return "symbol_unknown";
        }
    }

    /** The source asks us to wait. */
    record Throttled(Duration waitTime, String detail) implements ProviderAnswer {
        @Override
        public String code() {
            return "throttled";
        }
    }

    /** The answer does not look as this adapter knows it. */
    record SchemaChanged(String detail) implements ProviderAnswer {
        @Override
        public String code() {
            return "schema_changed";
        }
    }

    /** The source could not be reached. */
    record Unreachable(String detail) implements ProviderAnswer {
        @Override
        public String code() {
            return "unreachable";
        }
    }
}
