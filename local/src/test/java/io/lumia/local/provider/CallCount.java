package io.lumia.local.provider;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often which address of a provider was asked for on which day. */
public final class CallCount {

    private final Map<Asked, Integer> counts = new ConcurrentHashMap<>();

    private record Asked(String provider, LocalDate day, String address) {}

    void add(String provider, LocalDate day, String address) {
        counts.merge(new Asked(provider, day, address), 1, Integer::sum);
    }

    public int of(String provider) {
        return about(provider, "");
    }

    /** Of addresses that contain a text. */
    public int about(String provider, String partOfAddress) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().provider().equals(provider))
                .filter(entry -> entry.getKey().address().contains(partOfAddress))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** How often the address that was asked for most often on one day was asked for then. */
    public int mostOfOneAddress(String provider) {
        return mostOfOneAddressBefore(provider, LocalDate.MAX);
    }

    /** The same, on days before one. */
    public int mostOfOneAddressBefore(String provider, LocalDate end) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().provider().equals(provider))
                .filter(entry -> entry.getKey().day().isBefore(end))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
    }
}
