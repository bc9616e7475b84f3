package io.lumia.market.provider;

import io.lumia.market.AssetDefinition;
import io.lumia.market.CompanyFact;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.Filing;
import io.lumia.market.Fundamental;
import io.lumia.market.Observation;
import io.lumia.market.Quote;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a raw answer says, row by row, before any check against our books.
 *
 * @param assets       instruments and series
 * @param companyFacts reported numbers, filing by filing
 * @param articles     texts; a row's symbol is {@link io.lumia.market.Dataset#ANY_SYMBOL} where the source names none
 * @param quotes       for whoever looks at an answer; not stored
 * @param rejected     rows that could not be read
 */
public record ParsedAnswer(
        List<AssetDefinition> assets,
        List<Row<DailyBar>> bars,
        List<Row<CorporateAction>> actions,
        List<Row<Observation>> observations,
        List<Row<Fundamental>> fundamentals,
        List<Row<Filing>> filings,
        List<Row<CompanyFact>> companyFacts,
        List<Row<ReceivedArticle>> articles,
        List<Row<Quote>> quotes,
        List<Rejected> rejected) {

    public ParsedAnswer {
        assets = List.copyOf(assets);
        bars = List.copyOf(bars);
        actions = List.copyOf(actions);
        observations = List.copyOf(observations);
        fundamentals = List.copyOf(fundamentals);
        filings = List.copyOf(filings);
        companyFacts = List.copyOf(companyFacts);
        articles = List.copyOf(articles);
        quotes = List.copyOf(quotes);
        rejected = List.copyOf(rejected);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Rows that could be read, of all kinds. */
    public int size() {
        return assets.size()
                + bars.size()
                + actions.size()
                + observations.size()
                + fundamentals.size()
                + filings.size()
                + companyFacts.size()
                + articles.size()
                + quotes.size();
    }

    public boolean isEmpty() {
        return size() == 0 && rejected.isEmpty();
    }

    /** Collects rows one by one. */
    public static final class Builder {

        private final List<AssetDefinition> assets = new ArrayList<>();
        private final List<Row<DailyBar>> bars = new ArrayList<>();
        private final List<Row<CorporateAction>> actions = new ArrayList<>();
        private final List<Row<Observation>> observations = new ArrayList<>();
        private final List<Row<Fundamental>> fundamentals = new ArrayList<>();
        private final List<Row<Filing>> filings = new ArrayList<>();
        private final List<Row<CompanyFact>> companyFacts = new ArrayList<>();
        private final List<Row<ReceivedArticle>> articles = new ArrayList<>();
        private final List<Row<Quote>> quotes = new ArrayList<>();
        private final List<Rejected> rejected = new ArrayList<>();

        private Builder() {}

        public Builder asset(AssetDefinition asset) {
            assets.add(asset);
            return this;
        }

        public Builder bar(Row<DailyBar> row) {
            bars.add(row);
            return this;
        }

        public Builder action(Row<CorporateAction> row) {
            actions.add(row);
            return this;
        }

        public Builder observation(Row<Observation> row) {
            observations.add(row);
            return this;
        }

        public Builder fundamental(Row<Fundamental> row) {
            fundamentals.add(row);
            return this;
        }

        public Builder filing(Row<Filing> row) {
            filings.add(row);
            return this;
        }

        public Builder companyFact(Row<CompanyFact> row) {
            companyFacts.add(row);
            return this;
        }

        public Builder article(Row<ReceivedArticle> row) {
            articles.add(row);
            return this;
        }

        public Builder quote(Row<Quote> row) {
            quotes.add(row);
            return this;
        }

        public Builder rejected(Rejected row) {
            rejected.add(row);
            return this;
        }

        /** Adds all rows of another answer after these. */
        public Builder all(ParsedAnswer other) {
            assets.addAll(other.assets());
            bars.addAll(other.bars());
            actions.addAll(other.actions());
            observations.addAll(other.observations());
            fundamentals.addAll(other.fundamentals());
            filings.addAll(other.filings());
            companyFacts.addAll(other.companyFacts());
            articles.addAll(other.articles());
            quotes.addAll(other.quotes());
            rejected.addAll(other.rejected());
            return this;
        }

        public ParsedAnswer build() {
            return new ParsedAnswer(
                    assets,
                    bars,
                    actions,
                    observations,
                    fundamentals,
                    filings,
                    companyFacts,
                    articles,
                    quotes,
                    rejected);
        }
    }

    /**
     * One fact with where it stood.
     *
     * @param line    in the source's file, header is 1
     * @param symbol  in our spelling
     * @param rawText the row as received, made only for the few rows that are shown to somebody
     */
    public record Row<T>(long line, String symbol, T value, Supplier<String> rawText) {

        public Row(long line, String symbol, T value, String raw) {
            this(line, symbol, value, () -> raw);
        }

        /** The row as received, cut to 1,000 characters. */
        public String raw() {
            return rawText.get();
        }
    }
}
