package io.lumia.recommendation.portfolio;

import io.lumia.quant.moments.ReturnTable;
import io.lumia.recommendation.snapshot.DailyPrices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Returns of assets on the days on which all of them have a price. A day that one of them lacks is left out, and the next return
 * spans both: nothing is filled.
 *
 * @param dates   of the returns, ascending
 * @param returns one row per date, one column per asset; dividends included
 * @param left    days between the youngest asset's first price and the end that were left out
 */
public record CommonReturns(List<LocalDate> dates, ReturnTable returns, int left) {

    private static final int LEAST_DAYS = 2;

    public CommonReturns {
        dates = List.copyOf(dates);
    }

    /** How many days all of them have a price on. */
    public static int days(List<DailyPrices> prices) {
        return common(prices).length;
    }

    /** @param prices at least one asset's, with two common days or more */
    public static CommonReturns of(List<DailyPrices> prices) {
        int[] days = common(prices);
        double[][] table = new double[days.length][prices.size()];
        for (int column = 0; column < prices.size(); column++) {
            fill(table, column, days, prices.get(column));
        }
        List<LocalDate> dates = new ArrayList<>(days.length);
        Arrays.stream(days).skip(1).forEach(day -> dates.add(LocalDate.ofEpochDay(day)));
        return new CommonReturns(dates, ReturnTable.ofPrices(table), longest(prices, days) - days.length);
    }

    private static void fill(double[][] table, int column, int[] days, DailyPrices prices) {
        int position = 0;
        for (int row = 0; row < days.length; row++) {
            while (prices.epochDays()[position] != days[row]) {
                position++;
            }
            table[row][column] = prices.totals()[position];
        }
    }

    private static int[] common(List<DailyPrices> prices) {
        int[] common = prices.getFirst().epochDays();
        for (DailyPrices other : prices) {
            common = intersection(common, other.epochDays());
        }
        return common;
    }

    private static int[] intersection(int[] a, int[] b) {
        int[] both = new int[Math.min(a.length, b.length)];
        int count = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                both[count++] = a[i];
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return Arrays.copyOf(both, count);
    }

    /** Most days that any of them has from the first common one on. */
    private static int longest(List<DailyPrices> prices, int[] days) {
        int longest = days.length;
        if (days.length >= LEAST_DAYS) {
            for (DailyPrices asset : prices) {
                int from = Arrays.binarySearch(asset.epochDays(), days[0]);
                longest = Math.max(longest, asset.size() - from);
            }
        }
        return longest;
    }
}
