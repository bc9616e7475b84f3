package io.lumia.market.provider.web;

import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.platform.web.WebResponse;
import java.util.List;
import java.util.function.Supplier;

/** What a response says. */
public sealed interface Reading {

    /** Rows, perhaps with some that could not be read beside them. */
    static Reading rows(ParsedAnswer rows) {
        return new Rows(rows, List.of());
    }

    static Reading rows(ParsedAnswer rows, List<WebCall> more) {
        return new Rows(rows, more);
    }

    static Reading none(ProviderAnswer why) {
        return new NoRows(why);
    }

    /** Of a form that its reader was not made for. */
    static Reading schemaChanged(String detail) {
        return none(new SchemaChanged(detail));
    }

    /**
     * What a reader makes of a response. No content may stop a run: what surprises the reader is a form that it was not
     * made for, never an exception.
     */
    static Reading guarded(WebResponse response, Supplier<Reading> reader) {
        try {
            return reader.get();
        } catch (RuntimeException e) {
            return schemaChanged(
                    "%s while reading %s".formatted(WebStatus.beginning(String.valueOf(e)), WebStatus.seen(response)));
        }
    }

    /**
     * An answer with content.
     *
     * @param more further pages, to be asked for next
     */
    record Rows(ParsedAnswer rows, List<WebCall> more) implements Reading {
        public Rows {
            more = List.copyOf(more);
        }
    }

    /** No content. Never {@link ProviderAnswer.Fetched}. */
    record NoRows(ProviderAnswer why) implements Reading {
        public NoRows {
            if (why instanceof ProviderAnswer.Fetched) {
                throw new IllegalArgumentException("an answer with content has rows");
            }
        }
    }
}
