package io.lumia.infra.cost;

import java.util.Comparator;
import java.util.List;

/**
 * What a month costs, dearest first.
 *
 * @param databaseAwakeHours of 730
 */
public record MonthlyBill(double databaseAwakeHours, List<Line> lines) {

    private static final double MENTIONED_DOLLARS = 0.005;

    public MonthlyBill {
        lines = lines.stream()
                .sorted(Comparator.comparingDouble(Line::dollars).reversed().thenComparing(Line::item))
                .toList();
    }

    /**
     * One thing that is paid for.
     *
     * @param item  as the price table calls it
     * @param units in a month, before what is free
     */
    public record Line(String item, double units, String unit, double dollars) {}

    public double totalDollars() {
        return lines.stream().mapToDouble(Line::dollars).sum();
    }

    /** The dearest things that make up at least the share, 0.8 for 80 %. */
    public List<Line> dominating(double share) {
        double wanted = totalDollars() * share;
        double soFar = 0;
        int count = 0;
        while (count < lines.size() && soFar < wanted) {
            soFar += lines.get(count).dollars();
            count++;
        }
        return lines.subList(0, count);
    }

    /** Those that cost half a cent or more. */
    public List<Line> mentioned() {
        return lines.stream()
                .filter(line -> line.dollars() >= MENTIONED_DOLLARS)
                .toList();
    }
}
