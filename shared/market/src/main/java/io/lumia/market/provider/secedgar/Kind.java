package io.lumia.market.provider.secedgar;

import java.util.LinkedHashMap;
import java.util.Map;

/** EDGAR's kinds of answers. */
enum Kind {
    COMPANY_TICKERS("company_tickers", "tickers of all companies with their CIK", false),
    TICKERS_FOR_FILINGS("tickers_for_filings", "company_tickers, read for the CIKs whose submissions come next", false),
    TICKERS_FOR_FACTS("tickers_for_facts", "company_tickers, read for the CIKs whose companyfacts come next", false),
    COMPANY_FACTS("companyfacts", "all numbers of a company, filing by filing", true),
    SUBMISSIONS("submissions", "the newest filings of a filer", true),
    SUBMISSIONS_PAGE("submissions_page", "older filings of a filer", true),
    CURRENT("getcurrent", "filings of all filers just accepted (Atom)", false),
    INDEX("index", "filings of all filers in a quarter or day (master index)", false);

    private final String code;
    private final String words;
    private final boolean aboutOneFiler;

    Kind(String code, String words, boolean aboutOneFiler) {
        this.code = code;
        this.words = words;
        this.aboutOneFiler = aboutOneFiler;
    }

    String code() {
        return code;
    }

    boolean isAboutOneFiler() {
        return aboutOneFiler;
    }

    static Map<String, String> described() {
        Map<String, String> described = new LinkedHashMap<>();
        for (Kind kind : values()) {
            described.put(kind.code, kind.words);
        }
        return described;
    }
}
