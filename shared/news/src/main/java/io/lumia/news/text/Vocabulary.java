package io.lumia.news.text;

import java.util.Map;
import java.util.Set;

/** English words that the comparison of two texts treats specially. All in comparison form. */
final class Vocabulary {

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("million", "mln"),
            Map.entry("mln", "mln"),
            Map.entry("mn", "mln"),
            Map.entry("billion", "bln"),
            Map.entry("bln", "bln"),
            Map.entry("bn", "bln"),
            Map.entry("trillion", "trln"),
            Map.entry("trln", "trln"),
            Map.entry("tn", "trln"));

    /** Only behind a currency: 3M is a company, $3M an amount. */
    private static final Map<String, String> UNIT_LETTERS =
            Map.of("k", "thousand", "m", "mln", "b", "bln", "t", "trln");

    private static final Map<String, String> LEVELLED = Map.ofEntries(
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("percent", "pct"),
            Map.entry("percentage", "pct"),
            Map.entry("exec", "executive"),
            Map.entry("dept", "department"),
            Map.entry("qtly", "quarterly"),
            Map.entry("qtrly", "quarterly"),
            Map.entry("qtr", "quarter"),
            Map.entry("shr", "share"),
            Map.entry("shrs", "shares"),
            Map.entry("co", "company"),
            Map.entry("corp", "corporation"),
            Map.entry("intl", "international"),
            Map.entry("govt", "government"));

    private static final Set<String> FUNCTION_WORDS = setOf(
            "a an the and or but of in on at to for from by with as is are was were be been has have had its it his her"
                    + " their this that these those which who into after amid via per about than will would could may might can"
                    + " says say said us");

    private static final Set<String> DIRECTIONS = setOf(
            "up down higher lower rise rises rose rising fall falls fell falling gain gains gained lose loses lost loss"
                    + " losses profit profits beat beats beating miss misses missed raise raises raised raising cut cuts cutting"
                    + " lift lifts lifted lower lowers lowered upgrade upgrades upgraded downgrade downgrades downgraded buy buys"
                    + " sell sells hold overweight underweight outperform underperform neutral not no never without deny denies"
                    + " denied confirm confirms confirmed reject rejects rejected approve approves approved accept accepts"
                    + " accepted above below positive negative stable bullish bearish win wins won strong weak stronger weaker"
                    + " more less fewer wider narrower bigger smaller larger before first second third fourth fifth last next one"
                    + " half double doubles halve halves triple open opens close"
                    + " closes closed hire hires fire fires increase increases increased decrease decreases decreased jump jumps"
                    + " jumped drop drops dropped slump slumps surge surges surged plunge plunges plunged soar soars tumble"
                    + " tumbles sink sinks slip slips climb climbs climbed grow grows grew shrink shrinks start starts stop stops"
                    + " end ends halt halts resume resumes join joins leave leaves quit quits add adds expand expands"
                    + " support supports oppose opposes best worst good bad better worse high low record monday tuesday"
                    + " wednesday thursday friday saturday sunday announces announced completes completed plans agrees agreed");

    private Vocabulary() {}

    static String levelled(String form) {
        return UNITS.getOrDefault(form, LEVELLED.getOrDefault(form, form));
    }

    static boolean isUnit(String form) {
        return UNITS.containsKey(form);
    }

    static boolean isFunctionWord(String form) {
        return FUNCTION_WORDS.contains(form);
    }

    static boolean isDirection(String form) {
        return DIRECTIONS.contains(form);
    }

    /** The unit that this ending of a number means, or empty. */
    static String unitOf(String ending, boolean money) {
        String unit = UNITS.getOrDefault(ending, "");
        return unit.isEmpty() && money ? UNIT_LETTERS.getOrDefault(ending, "") : unit;
    }

    /** How much of the form, from its beginning, is a number with sign and currency; 0 if there is no digit. */
    static int numberLength(String form) {
        int at = 0;
        while (at < form.length() && !Character.isLetterOrDigit(form.charAt(at))) {
            at++;
        }
        int start = at;
        while (at < form.length() && (Character.isDigit(form.charAt(at)) || form.charAt(at) == '.')) {
            at++;
        }
        return at == start ? 0 : at;
    }

    private static Set<String> setOf(String words) {
        return Set.copyOf(java.util.Arrays.asList(words.split(" ")));
    }
}
