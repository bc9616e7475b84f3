package io.lumia.market.provider.bundle;

import io.lumia.market.AssetDefinition;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.Fundamental;
import io.lumia.market.Observation;
import io.lumia.market.QuarantineReason;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Collects what a raw answer says. Knows which row is being read, so that a reader need only say what it found. */
final class Facts {

    private final byte[] content;
    private final ParsedAnswer.Builder answer = ParsedAnswer.builder();

    private long line;
    private String symbol = SymbolNames.UNREADABLE;
    private RawText raw;

    Facts(byte[] content) {
        this.content = content;
        this.raw = new RawText(content, 0, 0);
    }

    /** Moves on to a row; {@code start} and {@code end} are its place in the content. */
    void row(long rowLine, String rowSymbol, int start, int end) {
        line = rowLine;
        symbol = rowSymbol;
        raw = new RawText(content, start, end);
    }

    long line() {
        return line;
    }

    String symbol() {
        return symbol;
    }

    void asset(AssetDefinition definition) {
        answer.asset(definition);
    }

    void bar(DailyBar bar) {
        answer.bar(new Row<>(line, symbol, bar, raw));
    }

    void action(CorporateAction action) {
        answer.action(new Row<>(line, symbol, action, raw));
    }

    void observation(Observation observation) {
        answer.observation(new Row<>(line, symbol, observation, raw));
    }

    void fundamental(Fundamental fundamental) {
        answer.fundamental(new Row<>(line, symbol, fundamental, raw));
    }

    void article(ReceivedArticle article) {
        answer.article(new Row<>(line, symbol, article, raw));
    }

    void reject(@Nullable LocalDate date, QuarantineReason reason, String detail) {
        answer.rejected(new Rejected(line, symbol, date, reason, raw.get(), detail));
    }

    void malformed(@Nullable LocalDate date, String detail) {
        reject(date, QuarantineReason.MALFORMED_LINE, detail);
    }

    ParsedAnswer answer() {
        return answer.build();
    }
}
