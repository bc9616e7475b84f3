package io.lumia.market.provider.web;

import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer;
import java.util.List;

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
