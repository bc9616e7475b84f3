package io.lumia.news.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registered name without what people leave out: "Apple Inc. Common Stock" is apple, "Boeing Company (The)" is boeing.
 *
 * @param core            its words, folded
 * @param possessiveToken which of them has an 's, or -1
 * @param legalForms      the legal forms that stood behind it: inc, plc
 * @param initials        it begins with initials: W.W. Grainger
 * @param upperOnly       one short word in capitals, such as AES: in text it counts in capitals only
 */
record CompanyName(
        List<String> core, int possessiveToken, Set<String> legalForms, boolean upperOnly, boolean initials) {

    /** What a listing adds to a company's name. */
    private static final Pattern SECURITY = Pattern.compile(
            "\\b(?:new )?(?:common (?:stock|shares?|units?)|ordinary shares?|american depositary|depositary|ads\\b|adrs?\\b"
                    + "|capital stock|class [a-z]\\b|series [a-z]\\b|units?$|sponsored|subordinate voting|preferred|warrants?\\b"
                    + "|public limited company|reit$|ord$)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]{0,80})\\)");
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.? ?){1,3}");
    private static final Pattern DOTTED_FORM = Pattern.compile("(?:\\b[a-z]\\.){2,4}", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_UPPER_ONLY = 4;
    private static final int INITIALS_LENGTH = 2;

    private static final int SHORTEST_DISTINCTIVE = 3;
    private static final int SHORTEST_LEFT_ALONE = 4;
    private static final int SHORTEST_FIRST_WORD = 6;

    CompanyName {
        core = List.copyOf(core);
        legalForms = Set.copyOf(legalForms);
    }

    /** The core is empty where nothing but suffixes is left. */
    static CompanyName parse(String registered) {
        TokenizedText tokens = TokenizedText.of(withoutListing(registered));
        List<String> words = new ArrayList<>(tokens.words());
        Set<String> forms = stripSuffixes(words);
        int first = !words.isEmpty() && words.getFirst().equals("the") ? 1 : 0;
        List<String> core = words.subList(first, words.size());
        int possessive = -1;
        for (int i = 0; i < core.size(); i++) {
            possessive = tokens.token(first + i).possessive() ? i : possessive;
        }
        boolean upper = core.size() == 1
                && core.getFirst().length() <= LONGEST_UPPER_ONLY
                && tokens.token(first).shape() == TokenizedText.Shape.UPPER;
        boolean initials = core.size() == 2
                && tokens.token(first).shape() == TokenizedText.Shape.UPPER
                && core.getFirst().length() == INITIALS_LENGTH;
        return new CompanyName(core, possessive, forms, upper, initials);
    }

    private static String withoutListing(String registered) {
        String name =
                DOTTED_FORM.matcher(registered).replaceAll(form -> form.group().replace(".", "") + " ");
        Matcher inBrackets = BRACKETS.matcher(name);
        if (inBrackets.find()) {
            boolean initials = INITIALS.matcher(inBrackets.group(1)).matches();
            name = (initials ? inBrackets.group(1) + ' ' : "")
                    + BRACKETS.matcher(name).replaceAll(" ").replaceAll(" {2,}", " ");
        }
        int open = name.indexOf('(');
        name = open > 0 ? name.substring(0, open) : name;
        Matcher security = SECURITY.matcher(name);
        return security.find() && security.start() > 0 ? name.substring(0, security.start()) : name;
    }

    private static Set<String> stripSuffixes(List<String> words) {
        Set<String> forms = new HashSet<>();
        while (words.size() > 1 && isSuffix(words.getLast())) {
            forms.add(words.removeLast());
        }
        return forms;
    }

    private static boolean isSuffix(String word) {
        return WordLists.SUFFIXES.contains(word) || word.equals("and") || word.equals("the");
    }

    /** The core and what is the same in other spelling: coca cola, cocacola; amazon com, amazon. */
    List<String> fullForms() {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(String.join(" ", core));
        if (core.size() == 2 || core.size() == 3 && !core.contains("and")) {
            forms.add(String.join("", core));
        }
        if (core.size() == 2 && core.getLast().equals("com")) {
            forms.add(core.getFirst());
        }
        return List.copyOf(forms);
    }

    /** Spelling with the s grown to the word, mcdonalds; empty where no word has an 's. */
    List<String> grownForms() {
        if (possessiveToken < 0) {
            return List.of();
        }
        List<String> words = new ArrayList<>(core);
        words.set(possessiveToken, words.get(possessiveToken) + "s");
        return List.of(String.join(" ", words));
    }

    /**
     * What newspapers make of it: general words at the end left out (verizon communications: verizon), or the first word
     * alone where it is no word of the language (lockheed martin: lockheed). Whether a short form belongs to one company
     * only is for the index to see.
     */
    List<String> shortForms() {
        Set<String> forms = new LinkedHashSet<>();
        List<String> rest = new ArrayList<>(core);
        while (rest.size() > 1
                && (WordLists.DESCRIPTORS.contains(rest.getLast())
                        || rest.getLast().equals("and"))) {
            rest.removeLast();
            if (rest.size() > 1
                    ? hasDistinctive(rest) && !rest.getLast().equals("and")
                    : isLeftAlone(rest.getFirst())) {
                forms.add(String.join(" ", rest));
            }
        }
        if (core.size() > 1 && isShortName(core.getFirst(), SHORTEST_FIRST_WORD)) {
            forms.add(core.getFirst());
        }
        if (core.size() == 2
                && initials
                && core.getLast().length() >= SHORTEST_FIRST_WORD
                && isLeftAlone(core.getLast())) {
            forms.add(core.getLast());
        }
        return List.copyOf(forms);
    }

    private static boolean hasDistinctive(List<String> words) {
        return words.stream().anyMatch(word -> word.length() >= SHORTEST_DISTINCTIVE && WordLists.isDistinctive(word));
    }

    private static boolean isLeftAlone(String word) {
        return word.length() >= SHORTEST_LEFT_ALONE
                && WordLists.isPossibleShortName(word)
                && Character.isLetter(word.charAt(0));
    }

    private static boolean isShortName(String word, int shortest) {
        return word.length() >= shortest && WordLists.isDistinctive(word) && Character.isLetter(word.charAt(0));
    }

    /** The first letters, with and without "company": ibm, gm. */
    List<String> acronyms() {
        StringBuilder letters = new StringBuilder();
        for (String word : core) {
            letters.append(WordLists.CONNECTORS.contains(word) ? "" : word.substring(0, 1));
        }
        String plain = letters.toString();
        return core.size() < 2 ? List.of() : List.of(plain, plain + 'c');
    }
}
