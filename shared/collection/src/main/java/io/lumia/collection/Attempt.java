package io.lumia.collection;

/**
 * One provider that was asked for an item.
 *
 * @param outcome a {@code ProviderAnswer} code, or {@code collect_failed} when we failed ourselves
 * @param detail  for a person, empty when there is nothing to say
 * @param calls   how many calls it took
 * @param bytes   of their answers, decompressed
 * @param seconds from the first call to the last one's end, waits included
 */
public record Attempt(String provider, String outcome, String detail, int calls, long bytes, double seconds) {}
