package io.lumia.web.http;

/** Words of the API's documentation that several operations share. */
public final class Descriptions {

    public static final String AS_OF =
            "What was known then: an RFC 3339 instant such as 2017-06-30T21:00:00Z, or a date for its end in UTC (today: now). "
                    + "Not in the future. Default: now. The instant used is in metadata.as_of.";

    public static final String ID = "UUID or symbol of the asset.";

    public static final String START = "First date, YYYY-MM-DD, inclusive. Default: the beginning.";

    public static final String END = "Last date, YYYY-MM-DD, inclusive. Default: the last one known.";

    public static final String LIMIT =
            "Points in one answer; where there are more, pagination.next_page_token goes on.";

    public static final String PAGE_TOKEN =
            "next_page_token of the answer before, with the same parameters. It keeps the first answer's instant.";

    public static final String FORMAT =
            "json or csv. Accept: text/csv also asks for CSV; there X-Next-Page-Token, X-As-Of and X-Warning say what stands beside the data.";

    private Descriptions() {}
}
