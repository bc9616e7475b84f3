package io.lumia.news.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs of neighbouring words, their similarity and their minima under four hash functions. */
final class Shingles {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Shingles() {}

    /** All runs of this many words; of a shorter text the one run of all its words. */
    static Set<String> of(List<Word> words, int width) {
        Set<String> shingles = new HashSet<>();
        int last = Math.max(0, words.size() - width);
        for (int start = 0; start <= last; start++) {
            shingles.add(Words.joined(words.subList(start, Math.min(words.size(), start + width))));
        }
        return shingles;
    }

    /** Shared parts of all parts, 0 to 1. */
    static double jaccard(Set<String> a, Set<String> b) {
        long shared = a.stream().filter(b::contains).count();
        long all = a.size() + b.size() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    /** The least hash of the shingles, mixed once more so that its high bits are even. */
    static long minimum(Set<String> shingles, int function, long seed) {
        long least = Long.MAX_VALUE;
        for (String shingle : shingles) {
            least = Math.min(least, mixed(fnv(shingle) + function * 0x9e3779b97f4a7c15L));
        }
        return mixed(least ^ mixed(seed + function));
    }

    /** FNV-1a over the UTF-16 units. */
    private static long fnv(String text) {
        long hash = FNV_OFFSET;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * FNV_PRIME;
        }
        return hash;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
