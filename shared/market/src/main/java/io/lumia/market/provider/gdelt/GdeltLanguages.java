package io.lumia.market.provider.gdelt;

import java.util.Locale;
import java.util.Map;

/** GDELT names languages in English. */
final class GdeltLanguages {

    private static final Map<String, String> CODES = Map.<String, String>ofEntries(
            Map.entry("afrikaans", "af"),
            Map.entry("albanian", "sq"),
            Map.entry("arabic", "ar"),
            Map.entry("armenian", "hy"),
            Map.entry("azerbaijani", "az"),
            Map.entry("basque", "eu"),
            Map.entry("belarusian", "be"),
            Map.entry("bengali", "bn"),
            Map.entry("bosnian", "bs"),
            Map.entry("bulgarian", "bg"),
            Map.entry("catalan", "ca"),
            Map.entry("chinese", "zh"),
            Map.entry("croatian", "hr"),
            Map.entry("czech", "cs"),
            Map.entry("danish", "da"),
            Map.entry("dutch", "nl"),
            Map.entry("english", "en"),
            Map.entry("estonian", "et"),
            Map.entry("finnish", "fi"),
            Map.entry("french", "fr"),
            Map.entry("galician", "gl"),
            Map.entry("georgian", "ka"),
            Map.entry("german", "de"),
            Map.entry("greek", "el"),
            Map.entry("gujarati", "gu"),
            Map.entry("hebrew", "he"),
            Map.entry("hindi", "hi"),
            Map.entry("hungarian", "hu"),
            Map.entry("icelandic", "is"),
            Map.entry("indonesian", "id"),
            Map.entry("italian", "it"),
            Map.entry("japanese", "ja"),
            Map.entry("kannada", "kn"),
            Map.entry("kazakh", "kk"),
            Map.entry("korean", "ko"),
            Map.entry("latvian", "lv"),
            Map.entry("lithuanian", "lt"),
            Map.entry("macedonian", "mk"),
            Map.entry("malay", "ms"),
            Map.entry("malayalam", "ml"),
            Map.entry("marathi", "mr"),
            Map.entry("mongolian", "mn"),
            Map.entry("nepali", "ne"),
            Map.entry("norwegian", "no"),
            Map.entry("norwegiannynorsk", "nn"),
            Map.entry("persian", "fa"),
            Map.entry("polish", "pl"),
            Map.entry("portuguese", "pt"),
            Map.entry("punjabi", "pa"),
            Map.entry("romanian", "ro"),
            Map.entry("russian", "ru"),
            Map.entry("serbian", "sr"),
            Map.entry("sinhalese", "si"),
            Map.entry("slovak", "sk"),
            Map.entry("slovenian", "sl"),
            Map.entry("somali", "so"),
            Map.entry("spanish", "es"),
            Map.entry("swahili", "sw"),
            Map.entry("swedish", "sv"),
            Map.entry("tamil", "ta"),
            Map.entry("telugu", "te"),
            Map.entry("thai", "th"),
            Map.entry("tibetan", "bo"),
            Map.entry("turkish", "tr"),
            Map.entry("ukrainian", "uk"),
            Map.entry("urdu", "ur"),
            Map.entry("vietnamese", "vi"));

    private GdeltLanguages() {}

    /** ISO 639-1; empty for a name that is not here. */
    static String code(String name) {
        return CODES.getOrDefault(name.strip().toLowerCase(Locale.ROOT), "");
    }
}
