package io.lumia.functions.load;

import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.market.ExchangeCalendar;
import io.lumia.platform.time.NamedIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How fast synthetic bars get from raw answers into the books, and how fast the same ones are found to be there already.
 * Run by hand: {@code java -cp … io.lumia.functions.load.LoadBenchmark [assets] [sessions]}. Prints rows per second of
 * processor time, that of PostgreSQL's processes included.
 */
final class LoadBenchmark {

    private LoadBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int assets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int sessions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_500;
        Path folder = Files.createTempDirectory("load-benchmark");
        try (Workplace workplace = new Workplace(folder)) {
            write(workplace, assets, sessions);
            workplace.register();
            workplace.tick("2015-01-09T23:00:00Z");
            workplace.collected().forEach(workplace::deliver);
            List<AnswerCollected> bars = workplace.collected();
            List<AnswerCollected> warmUp = bars.subList(0, 2);
            measure("warm-up", warmUp, sessions, workplace);
            measure("new", bars.subList(2, bars.size()), sessions, workplace);
            measure(
                    "unchanged",
                    bars.subList(2, bars.size()).stream()
                            .map(LoadBenchmark::again)
                            .toList(),
                    sessions,
                    workplace);
            measure("redelivered", bars, sessions, workplace);
            System.out.println(workplace.query("SELECT count(*) FROM market.daily_bar") + " rows");
        }
    }

    private static void measure(String what, List<AnswerCollected> messages, int sessions, Workplace workplace) {
        long rows =
                messages.stream().mapToLong(message -> message.symbols().size()).sum() * sessions;
        Duration before = processorTime(workplace);
        long start = System.nanoTime();
        messages.forEach(workplace::deliver);
        double wall = (System.nanoTime() - start) / 1e9;
        double cpu = processorTime(workplace).minus(before).toNanos() / 1e9;
        System.out.printf(
                "%s: %d rows, %.2f s, %.2f s of processor time, %.0f rows per core-second%n",
                what, rows, wall, cpu, rows / cpu);
    }

    /** Of this process and of our server's processes. */
    private static Duration processorTime(Workplace workplace) {
        Duration total = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        for (String pid : workplace.query("SELECT pid FROM pg_stat_activity").split("; ")) {
            total = total.plus(ProcessHandle.of(Long.parseLong(pid))
                    .flatMap(process -> process.info().totalCpuDuration())
                    .orElse(Duration.ZERO));
        }
        return total;
    }

    /** The same rows in a message that the inbox does not know. */
    private static AnswerCollected again(AnswerCollected message) {
        return new AnswerCollected(
                NamedIds.of(message.messageId(), "again"),
                message.runId(),
                message.itemId(),
                message.provider(),
                message.dataset(),
                message.symbols(),
                message.from(),
                message.to(),
                message.outcome(),
                message.detail(),
                message.object(),
                message.source(),
                message.collectedAt(),
                message.attempts(),
                message.waitSeconds());
    }

    private static void write(Workplace workplace, int assets, int sessions) {
        workplace.writeManifest("2015-01-31");
        LocalDate last = LocalDate.parse("2015-01-09");
        List<LocalDate> days = ExchangeCalendar.UNITED_STATES.sessions(last.minusDays(sessions * 3L / 2), last);
        days = days.subList(days.size() - sessions, days.size());
        List<String> definitions = new ArrayList<>(List.of("symbol,name,asset_type,exchange,currency"));
        List<String> bars = new ArrayList<>(List.of("symbol,date,open,high,low,close,volume"));
        Random random = new Random(7);
        for (int asset = 0; asset < assets; asset++) {
            definitions.add("S%04d,Company %d,stock,XNYS,USD".formatted(asset, asset));
            double close = 50;
            for (LocalDate day : days) {
                close *= Math.exp(0.01 * random.nextGaussian());
                bars.add("S%04d,%s,%.4f,%.4f,%.4f,%.4f,%d"
                        .formatted(
                                asset,
                                day,
                                close * 1.001,
                                close * 1.01,
                                close * 0.99,
                                close,
                                random.nextInt(10_000_000)));
            }
        }
        workplace.write("assets.csv", definitions.toArray(String[]::new));
        workplace.write("bars.csv", bars.toArray(String[]::new));
    }
}
