package io.lumia.quant.golden;

import io.lumia.quant.moments.ReturnTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A csv of prices: a date, then a column for each series; a blank cell is no price. A name with a leading _ is an index. */
record GoldenPrices(List<String> names, List<LocalDate> dates, double[][] byDay) {

    static GoldenPrices read(Path file) throws IOException {
        List<String[]> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .toList();
        List<String[]> rows = lines.subList(1, lines.size());
        return new GoldenPrices(
                List.of(lines.getFirst()).subList(1, lines.getFirst().length),
                rows.stream().map(row -> LocalDate.parse(row[0])).toList(),
                rows.stream().map(GoldenPrices::prices).toArray(double[][]::new));
    }

    private static double[] prices(String[] row) {
        return Arrays.stream(row)
                .skip(1)
                .mapToDouble(cell -> cell.isBlank() ? Double.NaN : Double.parseDouble(cell))
                .toArray();
    }

    List<String> assets() {
        return names.stream().filter(name -> !name.startsWith("_")).toList();
    }

    ReturnTable returnsOf(List<String> series) {
        return ReturnTable.ofPrices(pricesOf(series));
    }

    double[][] pricesOf(List<String> series) {
        int[] columns = series.stream().mapToInt(this::column).toArray();
        return Arrays.stream(byDay)
                .map(row ->
                        IntStream.of(columns).mapToDouble(column -> row[column]).toArray())
                .toArray(double[][]::new);
    }

    private int column(String name) {
        int column = names.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("series is '" + name + "'; allowed: " + names);
        }
        return column;
    }
}
