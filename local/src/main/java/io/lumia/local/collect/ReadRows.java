package io.lumia.local.collect;

import io.lumia.market.AssetDefinition;
import io.lumia.market.BarFlag;
import io.lumia.market.CompanyFact;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.Filing;
import io.lumia.market.Fundamental;
import io.lumia.market.Observation;
import io.lumia.market.Quote;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebCall;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a response says, as a document: the outcome, and each row with its dataset and its fields. */
public final class ReadRows {

    private ReadRows() {}

    /** An answer with rows is {@code loaded}: that is what becomes of it where our books do not have them yet. */
    public static Map<String, Object> document(String provider, String kind, @Nullable String symbol, Reading reading) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("provider", provider);
        document.put("request", kind);
        document.put("symbol", symbol);
        switch (reading) {
            case Reading.Rows(ParsedAnswer rows, List<WebCall> more) -> {
                document.put("outcome", "loaded");
                document.put("detail", "");
                document.put("wait_seconds", null);
                putRows(document, rows, more);
            }
            case Reading.NoRows(ProviderAnswer why) -> {
                document.put("outcome", why.code());
                document.put("detail", why.detail());
                document.put(
                        "wait_seconds",
                        why instanceof ProviderAnswer.Throttled throttled
                                ? throttled.waitTime().toSeconds()
                                : null);
                putRows(document, ParsedAnswer.builder().build(), List.of());
            }
        }
        return document;
    }

    private static void putRows(Map<String, Object> document, ParsedAnswer answer, List<WebCall> more) {
        List<Map<String, Object>> rows = new ArrayList<>();
        answer.assets().forEach(asset -> rows.add(asset(asset)));
        add(rows, "bars", answer.bars(), ReadRows::bar);
        add(rows, "actions", answer.actions(), ReadRows::action);
        add(rows, "observations", answer.observations(), ReadRows::observation);
        add(rows, "fundamentals", answer.fundamentals(), ReadRows::fundamental);
        add(rows, "filings", answer.filings(), ReadRows::filing);
        add(rows, "company_facts", answer.companyFacts(), ReadRows::companyFact);
        add(rows, "articles", answer.articles(), ReadRows::article);
        add(rows, "quotes", answer.quotes(), ReadRows::quote);
        document.put("row_count", rows.size());
        document.put("rejected_count", answer.rejected().size());
        document.put("rows", rows);
        document.put(
                "rejected", answer.rejected().stream().map(ReadRows::rejected).toList());
        document.put("further_calls", more.size());
    }

    private static <T> void add(
            List<Map<String, Object>> rows,
            String dataset,
            List<Row<T>> values,
            BiConsumer<Map<String, Object>, T> put) {
        for (Row<T> value : values) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("dataset", dataset);
            row.put("line", value.line());
            row.put("symbol", value.symbol());
            put.accept(row, value.value());
            rows.add(row);
        }
    }

    private static Map<String, Object> asset(AssetDefinition asset) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("dataset", "assets");
        row.put("symbol", asset.symbol().value());
        row.put("name", asset.name());
        row.put("asset_type", asset.type().code());
        row.put("exchange_mic", asset.exchangeMic());
        row.put("currency", asset.currency());
        row.put("sector", asset.sector());
        row.put("industry", asset.industry());
        row.put("market_cap", asset.marketCap() == null ? null : number(asset.marketCap()));
        row.put("cik", asset.cik());
        row.put("first_date", asset.firstDate());
        row.put("last_date", asset.lastDate());
        row.put("description", asset.description());
        row.put("attributes", asset.attributes());
        return row;
    }

    private static void bar(Map<String, Object> row, DailyBar bar) {
        row.put("date", bar.date());
        row.put("open", number(bar.open()));
        row.put("high", number(bar.high()));
        row.put("low", number(bar.low()));
        row.put("close", number(bar.close()));
        row.put("volume", number(bar.volume()));
        row.put("adj_close", number(bar.adjClose()));
        row.put("flags", BarFlag.of(bar.flags()).stream().map(BarFlag::code).toList());
    }

    private static void action(Map<String, Object> row, CorporateAction action) {
        row.put("ex_date", action.exDate());
        row.put("kind", action.kind().code());
        row.put("value", number(action.value()));
    }

    private static void observation(Map<String, Object> row, Observation observation) {
        row.put("date", observation.date());
        row.put("value", number(observation.value()));
    }

    private static void fundamental(Map<String, Object> row, Fundamental fundamental) {
        row.put("metric", fundamental.metric());
        row.put("period_start", fundamental.periodStart());
        row.put("period_end", fundamental.periodEnd());
        row.put("reported_at", fundamental.reportedAt());
        row.put("reported_at_assumed", fundamental.reportedAtAssumed());
        row.put("value", number(fundamental.value()));
        row.put("currency", fundamental.currency());
    }

    private static void filing(Map<String, Object> row, Filing filing) {
        row.put("cik", filing.cik());
        row.put("accession", filing.accession());
        row.put("form", filing.form());
        row.put("filed", filing.filed());
        row.put("accepted_at", filing.acceptedAt());
        row.put("report_date", filing.reportDate());
        row.put("primary_document", filing.primaryDocument());
        row.put("description", filing.description());
        row.put("items", filing.items());
    }

    private static void companyFact(Map<String, Object> row, CompanyFact fact) {
        row.put("cik", fact.cik());
        row.put("concept", fact.concept());
        row.put("unit", fact.unit());
        row.put("start", fact.start());
        row.put("end", fact.end());
        row.put("value", number(fact.value()));
        row.put("accession", fact.accession());
        row.put("form", fact.form());
        row.put("filed", fact.filed());
        row.put("fiscal_year", fact.fiscalYear());
        row.put("fiscal_period", fact.fiscalPeriod());
        row.put("frame", fact.frame());
    }

    private static void article(Map<String, Object> row, ReceivedArticle article) {
        row.put("source_id", article.sourceId());
        row.put("kind", article.kind().code());
        row.put("publisher", article.publisher());
        row.put("title", article.title());
        row.put("body", article.body());
        row.put("url", article.url());
        row.put("language", article.language());
        row.put("published_at", article.published().at());
        row.put("published_precision", article.published().precision().code());
        row.put("symbols", article.symbols());
    }

    private static void quote(Map<String, Object> row, Quote quote) {
        row.put("time", quote.time());
        row.put("date", quote.time().atZone(ZoneOffset.UTC).toLocalDate());
        row.put("open", number(quote.open()));
        row.put("high", number(quote.high()));
        row.put("low", number(quote.low()));
        row.put("close", number(quote.price()));
        row.put("price", number(quote.price()));
        row.put("volume", number(quote.volume()));
        row.put("currency", quote.currency());
    }

    private static Map<String, Object> rejected(Rejected rejected) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("line", rejected.line());
        row.put("symbol", rejected.symbol());
        row.put("date", rejected.date());
        row.put("reason", rejected.reason().code());
        row.put("detail", rejected.detail());
        row.put("row", rejected.row());
        return row;
    }

    /** Written out in full; null where there is none. */
    private static @Nullable BigDecimal number(double value) {
        return Double.isFinite(value) ? new BigDecimal(Double.toString(value)).stripTrailingZeros() : null;
    }
}
