package io.lumia.local.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.lumia.local.json.Json;
import io.lumia.market.ExchangeCalendar;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Two providers on this machine that speak as Yahoo's chart and Cboe's history do, of a market with easy prices: share
 * number n closes on session i at {@code 50 + 10 n + ((7 i + 3 n) mod 11)}. Each knows only what has happened by the clock;
 * days can be missing for a while, shares split and renamed, and a provider can die.
 */
public final class StubMarket implements AutoCloseable {

    public static final LocalDate FIRST = LocalDate.of(2026, 1, 2);

    private static final ExchangeCalendar NEW_YORK = ExchangeCalendar.UNITED_STATES;

    private final HttpServer server;
    private final Clock clock;
    private final List<LocalDate> sessions = NEW_YORK.sessions(FIRST, LocalDate.of(2027, 12, 31));
    private final Map<String, Integer> shares = new LinkedHashMap<>();
    private final Map<String, Split> splits = new HashMap<>();
    private final Map<String, Renaming> renamings = new HashMap<>();
    private final Map<String, Map<LocalDate, Instant>> holes = new HashMap<>();
    private final Map<String, Instant> deaths = new ConcurrentHashMap<>();
    private final CallCount calls = new CallCount();

    private final Map<String, HttpHandler> instead = new ConcurrentHashMap<>();
    private final Set<String> ignorant = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;
    private final Set<String> halfDays = ConcurrentHashMap.newKeySet();

    private record Split(LocalDate exDate, int ratio) {}

    private record Renaming(String newSymbol, LocalDate from) {}

    public StubMarket(Clock clock, String... symbols) throws IOException {
        this.clock = clock;
        for (String symbol : symbols) {
            shares.put(symbol, shares.size());
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v8/finance/chart/", exchange -> answer("yahoo", exchange));
        server.createContext("/api/global/delayed_quotes/charts/historical/", exchange -> answer("cboe", exchange));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From the ex-date on, {@code ratio} new shares for an old one. */
    public StubMarket split(String symbol, LocalDate exDate, int ratio) {
        splits.put(symbol, new Split(exDate, ratio));
        return this;
    }

    public StubMarket rename(String symbol, String newSymbol, LocalDate from) {
        renamings.put(symbol, new Renaming(newSymbol, from));
        return this;
    }

    /** Yahoo does not have the day until an instant. */
    public StubMarket hole(String symbol, LocalDate day, Instant until) {
        holes.computeIfAbsent(symbol, _ -> new HashMap<>()).put(day, until);
        return this;
    }

    /** From an instant on it answers with nothing but 500. */
    public StubMarket dies(String provider, Instant at) {
        deaths.put(provider, at);
        return this;
    }

    /** From now on each answer takes so long. */
    public StubMarket takes(Duration time) {
        delay = time;
        return this;
    }

    /** It has none of these shares. */
    public StubMarket knowsNothing(String provider) {
        ignorant.add(provider);
        return this;
    }

    /** From now on Yahoo's prices of a symbol are answered like this; what it says of the share itself is not. */
    public StubMarket instead(String symbol, HttpHandler answer) {
        instead.put(symbol, answer);
        return this;
    }

    /** Of the newest day Yahoo has an opening price and nulls. */
    public StubMarket halfADay(String symbol) {
        halfDays.add(symbol);
        return this;
    }

    /** From now on it answers as it should. */
    public void behave() {
        instead.clear();
        halfDays.clear();
    }

    /** What it was asked. */
    public CallCount calls() {
        return calls;
    }

    /** In today's shares, which a later split has made smaller. */
    public double adjustedClose(String symbol, LocalDate day) {
        Split split = splits.get(original(symbol));
        double traded = close(symbol, day);
        return split != null && day.isBefore(split.exDate()) ? traded / split.ratio() : traded;
    }

    /** As traded, whatever splits came later. */
    public double close(String symbol, LocalDate day) {
        int n = shares.get(original(symbol));
        double unsplit = 50 + 10.0 * n + Math.floorMod(7 * sessions.indexOf(day) + 3 * n, 11);
        Split split = splits.get(original(symbol));
        return split != null && !day.isBefore(split.exDate()) ? unsplit / split.ratio() : unsplit;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(String provider, HttpExchange exchange) throws IOException {
        calls.add(
                provider,
                clock.instant().atZone(NEW_YORK.zone()).toLocalDate(),
                exchange.getRequestURI().toString());
        pause(delay);
        Instant death = deaths.get(provider);
        if (death != null && !clock.instant().isBefore(death)) {
            send(exchange, 500, "text/html", "<html><body>Internal Server Error</body></html>");
            return;
        }
        String path = exchange.getRequestURI().getPath();
        String symbol =
                path.substring(path.lastIndexOf('/') + 1).replace(".json", "").toUpperCase(Locale.ROOT);
        HttpHandler other = instead.get(symbol);
        boolean asksForPrices = exchange.getRequestURI().getQuery() != null
                && exchange.getRequestURI().getQuery().contains("period1");
        if (provider.equals("yahoo") && other != null && asksForPrices) {
            other.handle(exchange);
        } else if (provider.equals("yahoo")) {
            chart(exchange, symbol);
        } else {
            history(exchange, symbol);
        }
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void chart(HttpExchange exchange, String symbol) throws IOException {
        if (!isListed(symbol)) {
            send(
                    exchange,
                    404,
                    "application/json;charset=utf-8",
                    "{\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\",\"description\":\"No data found, symbol may be delisted\"}}}");
            return;
        }
        Map<String, Long> query = query(exchange);
        TreeMap<LocalDate, Double> closes = known(symbol, true);
        closes.keySet()
                .removeIf(day -> opening(day) < query.getOrDefault("period1", 0L)
                        || opening(day) >= query.getOrDefault("period2", Long.MAX_VALUE));
        send(
                exchange,
                200,
                "application/json;charset=utf-8",
                Json.writeCompact(Map.of("chart", chartOf(symbol, closes))));
    }

    private Map<String, Object> chartOf(String symbol, TreeMap<LocalDate, Double> closes) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("meta", meta(symbol));
        if (closes.isEmpty()) {
            result.put("indicators", Map.of("quote", List.of(Map.of()), "adjclose", List.of(Map.of())));
        } else {
            List<Double> all = new ArrayList<>(closes.values());
            List<@Nullable Double> ends = new ArrayList<>(all);
            if (halfDays.contains(symbol)) {
                ends.set(ends.size() - 1, null);
            }
            result.put(
                    "timestamp",
                    closes.keySet().stream().map(StubMarket::opening).toList());
            Split split = splits.get(original(symbol));
            if (split != null && closes.containsKey(split.exDate())) {
                result.put(
                        "events",
                        Map.of(
                                "splits",
                                Map.of(
                                        Long.toString(opening(split.exDate())),
                                        Map.of(
                                                "date",
                                                opening(split.exDate()),
                                                "numerator",
                                                split.ratio(),
                                                "denominator",
                                                1,
                                                "splitRatio",
                                                split.ratio() + ":1"))));
            }
            Map<String, Object> quote = new HashMap<>();
            quote.put("open", all);
            quote.put("close", ends);
            quote.put("high", times(ends, 1.25));
            quote.put("low", times(ends, 0.75));
            quote.put("volume", all.stream().map(_ -> 1_000_000).toList());
            result.put("indicators", Map.of("quote", List.of(quote), "adjclose", List.of(Map.of("adjclose", ends))));
        }
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("result", List.of(result));
        chart.put("error", null);
        return chart;
    }

    private static List<@Nullable Double> times(List<@Nullable Double> values, double factor) {
        List<@Nullable Double> products = new ArrayList<>();
        values.forEach(value -> products.add(value == null ? null : value * factor));
        return products;
    }

    private Map<String, Object> meta(String symbol) {
        LocalDate today = clock.instant().atZone(NEW_YORK.zone()).toLocalDate();
        LocalDate session = NEW_YORK.isSession(today) ? today : NEW_YORK.previousSession(today);
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("currency", "USD");
        meta.put("symbol", symbol);
        meta.put("exchangeName", "NMS");
        meta.put("fullExchangeName", "NasdaqGS");
        meta.put("instrumentType", "EQUITY");
        meta.put("firstTradeDate", opening(FIRST));
        meta.put("regularMarketTime", NEW_YORK.closeInstant(session).getEpochSecond());
        meta.put("gmtoffset", -18_000);
        meta.put("timezone", "EST");
        meta.put("exchangeTimezoneName", "America/New_York");
        meta.put("longName", symbol + " Corporation");
        meta.put("shortName", symbol + " Corp.");
        meta.put("priceHint", 2);
        meta.put(
                "currentTradingPeriod",
                Map.of(
                        "regular",
                        Map.of(
                                "timezone",
                                "EST",
                                "start",
                                opening(session),
                                "end",
                                NEW_YORK.closeInstant(session).getEpochSecond(),
                                "gmtoffset",
                                -18_000)));
        meta.put("dataGranularity", "1d");
        meta.put("range", "");
        return meta;
    }

    private void history(HttpExchange exchange, String symbol) throws IOException {
        if (ignorant.contains("cboe") || !isListed(symbol)) {
            send(
                    exchange,
                    403,
                    "application/xml",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");
            return;
        }
        List<Map<String, String>> rows = new ArrayList<>();
        known(symbol, false)
                .forEach((day, close) -> rows.add(Map.of(
                        "date", day.toString(),
                        "open", text(close),
                        "high", text(close * 1.25),
                        "low", text(close * 0.75),
                        "close", text(close),
                        "volume", "1000000")));
        send(exchange, 200, "application/json", Json.writeCompact(Map.of("symbol", symbol, "data", rows)));
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** Closes of sessions that have ended, adjusted for splits that have come. */
    private TreeMap<LocalDate, Double> known(String symbol, boolean withHoles) {
        Instant now = clock.instant();
        Split split = splits.get(original(symbol));
        boolean hasSplit = split != null
                && !now.isBefore(split.exDate()
                        .atTime(LocalTime.of(9, 30))
                        .atZone(NEW_YORK.zone())
                        .toInstant());
        Set<LocalDate> missing = new HashSet<>();
        if (withHoles) {
            holes.getOrDefault(original(symbol), Map.of()).forEach((day, until) -> {
                if (now.isBefore(until)) {
                    missing.add(day);
                }
            });
        }
        TreeMap<LocalDate, Double> closes = new TreeMap<>();
        for (LocalDate day : sessions) {
            if (NEW_YORK.closeInstant(day).isAfter(now)) {
                break;
            }
            if (!missing.contains(day)) {
                double close = close(symbol, day);
                closes.put(day, hasSplit && day.isBefore(split.exDate()) ? close / split.ratio() : close);
            }
        }
        return closes;
    }

    private boolean isListed(String symbol) {
        LocalDate today = clock.instant().atZone(NEW_YORK.zone()).toLocalDate();
        Renaming renaming = renamings.get(symbol);
        if (renaming != null) {
            return today.isBefore(renaming.from());
        }
        String original = original(symbol);
        return shares.containsKey(original)
                && (original.equals(symbol)
                        || !today.isBefore(renamings.get(original).from()));
    }

    private String original(String symbol) {
        return renamings.entrySet().stream()
                .filter(entry -> entry.getValue().newSymbol().equals(symbol))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(symbol);
    }

    private static long opening(LocalDate day) {
        return day.atTime(LocalTime.of(9, 30)).atZone(NEW_YORK.zone()).toEpochSecond();
    }

    private static Map<String, Long> query(HttpExchange exchange) {
        Map<String, Long> query = new HashMap<>();
        for (String part : String.valueOf(exchange.getRequestURI().getQuery()).split("&")) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2 && pair[1].matches("-?\\d{1,18}")) {
                query.put(pair[0], Long.parseLong(pair[1]));
            }
        }
        return query;
    }

    private void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders()
                .set(
                        "Date",
                        java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().atZone(ZoneOffset.UTC)));
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
