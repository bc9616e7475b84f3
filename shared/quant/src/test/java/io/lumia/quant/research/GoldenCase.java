package io.lumia.quant.research;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumia.quant.series.BarSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One reference file with its input: reads both and says where computed columns differ. */
record GoldenCase(Path file, JsonNode json, List<LocalDate> dates, BarSeries bars) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> HEADER = List.of("date", "open", "high", "low", "close", "volume");
    private static final List<String> ROW_KEYS = List.of("row", "date");

    static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("signals_.*\\.json"))
                    .sorted()
                    .toList();
        }
    }

    static GoldenCase read(Path file) throws IOException {
        JsonNode json = MAPPER.readTree(file.toFile());
        List<String> lines =
                Files.readAllLines(file.resolveSibling(json.required("input").asText()));
        requireHeader(lines.getFirst());
        List<String[]> rows = lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .toList();
        List<LocalDate> dates =
                rows.stream().map(row -> LocalDate.parse(row[0])).toList();
        BarSeries bars = BarSeries.of(
                dates.stream().mapToInt(date -> (int) date.toEpochDay()).toArray(),
                column(rows, 2),
                column(rows, 3),
                column(rows, 4),
                column(rows, 5));
        return new GoldenCase(file, json, dates, bars);
    }

    double annualisation() {
        return json.required("ann_factor").asDouble();
    }

    /** Every difference, each in one line; empty when the columns agree. Unknown or missing columns are differences. */
    List<String> differences(Map<ResearchColumn, double[]> computed) {
        List<String> differences = new ArrayList<>();
        if (json.required("n_rows").asInt() != bars.size()) {
            differences.add("n_rows " + json.get("n_rows") + " but the input has " + bars.size() + " bars");
        }
        differences.addAll(columnDifferences());
        if (differences.isEmpty()) {
            json.required("expected").forEach(row -> compareRow(row, computed, differences));
            json.required("column_sums").properties().forEach(sum -> compareSum(sum, computed, differences));
        }
        return differences;
    }

    private List<String> columnDifferences() {
        TreeSet<String> named = new TreeSet<>();
        json.required("column_sums").fieldNames().forEachRemaining(named::add);
        json.required("expected").forEach(row -> row.fieldNames().forEachRemaining(named::add));
        ROW_KEYS.forEach(named::remove);
        List<String> known = Stream.of(ResearchColumn.values())
                .map(ResearchColumn::columnName)
                .toList();
        if (json.required("expected").isEmpty() || named.isEmpty()) {
            return List.of("the file expects nothing");
        }
        return named.stream()
                .filter(name -> !known.contains(name))
                .map(name -> "unknown column " + name + "; known: " + known)
                .toList();
    }

    private void compareRow(JsonNode row, Map<ResearchColumn, double[]> computed, List<String> differences) {
        int index = row.required("row").asInt();
        LocalDate date = LocalDate.parse(row.required("date").asText());
        if (!dates.get(index).equals(date)) {
            differences.add("row " + index + " is dated " + date + " but the input says " + dates.get(index));
        }
        for (Map.Entry<String, JsonNode> cell : row.properties()) {
            if (!ROW_KEYS.contains(cell.getKey())) {
                double actual = computed.get(ResearchColumn.of(cell.getKey()))[index];
                if (!agrees(cell.getValue(), actual)) {
                    differences.add("%s at row %d (%s): expected %s, got %s"
                            .formatted(cell.getKey(), index, date, cell.getValue(), actual));
                }
            }
        }
    }

    private void compareSum(
            Map.Entry<String, JsonNode> sum, Map<ResearchColumn, double[]> computed, List<String> differences) {
        double total = 0;
        int count = 0;
        for (double value : computed.get(ResearchColumn.of(sum.getKey()))) {
            total += Double.isNaN(value) ? 0 : value;
            count += Double.isNaN(value) ? 0 : 1;
        }
        int expectedCount = sum.getValue().required("count").asInt();
        if (count != expectedCount || !agrees(sum.getValue().required("sum"), total)) {
            differences.add(
                    "%s: expected %s, got count %d and sum %s".formatted(sum.getKey(), sum.getValue(), count, total));
        }
    }

    private boolean agrees(JsonNode expected, double actual) {
        if (expected.isNull()) {
            return Double.isNaN(actual);
        }
        double relative = json.required("tolerance").required("rel").asDouble();
        double absolute = json.required("tolerance").required("abs").asDouble();
        double difference = Math.abs(expected.asDouble() - actual);
        return difference <= absolute + relative * Math.abs(expected.asDouble());
    }

    private static void requireHeader(String line) {
        if (!List.of(line.split(",")).equals(HEADER)) {
            throw new IllegalArgumentException("csv header is '" + line + "'; allowed: " + HEADER);
        }
    }

    private static double[] column(List<String[]> rows, int index) {
        return rows.stream()
                .mapToDouble(row -> row[index].isBlank() ? Double.NaN : Double.parseDouble(row[index]))
                .toArray();
    }
}
