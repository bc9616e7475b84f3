package io.lumia.web.http;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.Symbol;
import io.lumia.kernel.access.Principal;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.AnswerMetadata;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.platform.http.ApiFailure.FieldError;
import io.lumia.platform.http.Pagination;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: reads its parameters, collects everything that is wrong with them, and begins its answer.
 *
 * <p>A controller reads all parameters, then calls {@link #verify}, and uses what it read only after that: a value that
 * could not be read is its fallback until then.
 */
public final class ApiRequest {

    /** Name of the request attribute that holds it for the answer filter. */
    static final String ATTRIBUTE = ApiRequest.class.getName();

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");
    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Clock clock;
    private final Instant arrived;
    private final long arrivedNanos;
    private final String requestId;
    private final String question;
    private final List<FieldError> errors;
    private final BodySource body;
    private final Principal caller;
    private final String sourceAddress;
    private final Set<String> unread = new HashSet<>();
    private Representation representation = Representation.JSON;
    private boolean variesByCaller;

    /** How the answer's data is written. */
    enum Representation {
        JSON,
        CSV
    }

    /**
     * @param question what is asked, without paging; see {@link #question()}
     * @param errors   what the binder found already; taken over
     */
    ApiRequest(
            Clock clock,
            String requestId,
            String question,
            List<FieldError> errors,
            BodySource body,
            Principal caller,
            String sourceAddress) {
        this.clock = clock;
        this.arrived = clock.instant();
        this.arrivedNanos = System.nanoTime();
        this.requestId = requestId;
        this.question = question;
        this.errors = errors;
        this.body = body;
        this.caller = caller;
        this.sourceAddress = sourceAddress;
    }

    /** Reads the request's body; adds to the errors what is wrong with it. */
    interface BodySource {

        boolean isEmpty();

        <T> RequestBody.Reading<T> read(Class<T> type, List<FieldError> errors);
    }

    /** Fails with all that is wrong, if anything is. */
    public void verify() {
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }

    /** Adds to what is wrong; a field of the body that could not be read has been refused already. */
    public void refuse(String parameter, String message) {
        if (unread.contains(RequestBody.field(parameter))) {
            return;
        }
        errors.add(new FieldError(parameter, ErrorCode.INVALID_INPUT.name(), message));
    }

    /** All that is wrong so far: for a request that asks whether something is right, and fails with none of it. */
    public List<FieldError> refusals() {
        return List.copyOf(errors);
    }

    /**
     * The request's JSON body. What is not as the record wants it is noted and left out; null where nothing can be made of the
     * rest.
     */
    public <T> @Nullable T body(Class<T> type) {
        RequestBody.Reading<T> reading = body.read(type, errors);
        unread.addAll(reading.unread());
        return reading.value();
    }

    /** The same, for a body that may be left out. */
    public <T> @Nullable T body(Class<T> type, T fallback) {
        return body.isEmpty() ? fallback : body(type);
    }

    /** Who asks. */
    public Principal caller() {
        return caller;
    }

    /**
     * Whether the caller may, where the answer shows more to whoever may: from then on it is the caller's own, and no shared
     * cache keeps it.
     */
    public boolean callerMay(Scope scope) {
        variesByCaller = true;
        return caller.may(scope);
    }

    boolean variesByCaller() {
        return variesByCaller;
    }

    /** Whose things the request may see and change. */
    public String actor() {
        return caller.actor();
    }

    /** The client's network address as the gateway saw it; empty where it does not say. */
    public String sourceAddress() {
        return sourceAddress;
    }

    public String requestId() {
        return requestId;
    }

    /** A number that a list gave out, such as 42. */
    public long number(String parameter, String value) {
        if (!NUMBER.matcher(value).matches()) {
            refuse(
                    parameter,
                    AppException.invalid(parameter, value, "a number from the list")
                            .getMessage());
            return 0;
        }
        return Long.parseLong(value);
    }

    /** What a person says; empty where nothing is. */
    public String note(String path, @Nullable String value) {
        if (value == null) {
            return "";
        }
        boolean unprintable = value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' || c == '\uFFFD');
        if (unprintable || value.length() > Limits.MAX_NOTE_CHARACTERS) {
            refuse(
                    path,
                    "%s must be printable text of at most %d characters".formatted(path, Limits.MAX_NOTE_CHARACTERS));
        }
        return value.strip();
    }

    /** The value as the parser reads it; the fallback where it is absent or the parser refuses it. */
    public <T> T parsed(String parameter, @Nullable String value, T fallback, Function<String, T> parser) {
        @Nullable T read = parsedOrNull(parameter, value, parser);
        return read == null ? fallback : read;
    }

    /** The value as the parser reads it; null where it is absent or the parser refuses it. */
    public <T> @Nullable T parsedOrNull(String parameter, @Nullable String value, Function<String, T> parser) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (AppException e) {
            refuse(parameter, String.valueOf(e.getMessage()));
            return null;
        }
    }

    public @Nullable LocalDate date(String parameter, @Nullable String value) {
        return parsedOrNull(parameter, value, text -> readDate(parameter, text));
    }

    public int whole(String parameter, @Nullable String value, int fallback, int least, int most) {
        return parsed(parameter, value, fallback, text -> readWhole(parameter, text, least, most));
    }

    /** A number of at least zero. */
    public @Nullable Double amount(String parameter, @Nullable String value) {
        return parsedOrNull(parameter, value, text -> readAmount(parameter, text));
    }

    /** Refuses a range that ends before it begins. */
    public void inOrder(String first, @Nullable LocalDate start, String last, @Nullable LocalDate end) {
        if (start != null && end != null && start.isAfter(end)) {
            refuse(first, "%s is '%s'; allowed: not after %s, which is '%s'".formatted(first, start, last, end));
        }
    }

    /** A path's id or symbol as typed, checked for being one of both. */
    public String idOrSymbol(String parameter, String value) {
        boolean plausible = value.length() <= Limits.MAX_TEXT_CHARACTERS
                && (UUID_SHAPE.matcher(value).matches() || Symbol.isValid(value));
        if (!plausible) {
            AppException refusal = AppException.invalid(parameter, value, "an asset's UUID or symbol");
            refuse(parameter, String.valueOf(refusal.getMessage()));
        }
        return value;
    }

    /** A path's id, checked for being one; null where it is none, which is noted. */
    public @Nullable UUID id(String parameter, String value) {
        if (!isId(value)) {
            refuse(parameter, AppException.invalid(parameter, value, "a UUID").getMessage());
            return null;
        }
        return UUID.fromString(value);
    }

    public static boolean isId(String idOrSymbol) {
        return UUID_SHAPE.matcher(idOrSymbol).matches();
    }

    /** Whether the answer is wanted as CSV; {@code format} wins over what was negotiated by Accept. */
    public void format(@Nullable String value) {
        representation = parsed("format", value, representation, ApiRequest::readFormat);
    }

    /** The instant up to which to look: the one asked for, else the page token's, else now. */
    public AsOf asOf(@Nullable String value, @Nullable PageToken token) {
        Instant fallback = token == null ? arrived : token.asOf();
        Instant asked = parsed("as_of", value, fallback, this::readAsOf);
        return AsOf.of(token == null ? asked : token.asOf());
    }

    public AsOf asOf(@Nullable String value) {
        return asOf(value, null);
    }

    /** The token of an earlier answer to the same question; null where none is given. */
    public @Nullable PageToken pageToken(@Nullable String value) {
        return parsedOrNull("page_token", value, this::readToken);
    }

    /** The token for the page that begins with a date. */
    public PageToken tokenFor(LocalDate next, AsOf asOf) {
        return new PageToken(next, asOf.instant(), question);
    }

    /** The same where a date has many points, of which some were shown. */
    public PageToken tokenFor(LocalDate next, int skipped, AsOf asOf) {
        return new PageToken(next, asOf.instant(), question, skipped);
    }

    /** A short fingerprint of path and parameters, those of paging and format left out. */
    public String question() {
        return question;
    }

    Representation representation() {
        return representation;
    }

    void representation(Representation wanted) {
        representation = wanted;
    }

    public <T> ApiAnswer<T> answer(T data) {
        return ApiAnswer.of(data, metadata());
    }

    public <T> ApiAnswer<T> answer(T data, Pagination pagination) {
        return ApiAnswer.of(data, metadata(), pagination);
    }

    public <T> ApiAnswer<T> answer(T data, AsOf asOf, List<String> warnings) {
        return ApiAnswer.of(data, metadata().withAsOf(asOf.instant()).withWarnings(warnings));
    }

    public <T> ApiAnswer<T> answer(T data, AsOf asOf, List<String> warnings, Pagination pagination) {
        return ApiAnswer.of(data, metadata().withAsOf(asOf.instant()).withWarnings(warnings), pagination);
    }

    private AnswerMetadata metadata() {
        long milliseconds = (System.nanoTime() - arrivedNanos) / NANOS_PER_MILLI;
        return AnswerMetadata.of(clock.instant(), requestId, milliseconds);
    }

    private static LocalDate readDate(String parameter, String text) {
        String allowed = "a date YYYY-MM-DD from %s to %s".formatted(Limits.FIRST_DATE, Limits.LAST_DATE);
        if (!DATE.matcher(text).matches()) {
            throw AppException.invalid(parameter, text, allowed);
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.isBefore(Limits.FIRST_DATE) || date.isAfter(Limits.LAST_DATE)) {
                throw AppException.invalid(parameter, text, allowed);
            }
            return date;
        } catch (DateTimeException _) {
            throw AppException.invalid(parameter, text, allowed);
        }
    }

    private static int readWhole(String parameter, String text, int least, int most) {
        int value = WHOLE_NUMBER.matcher(text).matches() ? Integer.parseInt(text) : Integer.MIN_VALUE;
        if (value < least || value > most) {
            throw AppException.invalid(parameter, text, "a whole number from %d to %d".formatted(least, most));
        }
        return value;
    }

    private static double readAmount(String parameter, String text) {
        if (!AMOUNT.matcher(text).matches() || text.startsWith("-")) {
            throw AppException.invalid(parameter, text, "a number of 0 or more, written out, such as 2500000000");
        }
        return Double.parseDouble(text);
    }

    private static Representation readFormat(String text) {
        return switch (text) {
            case "json" -> Representation.JSON;
            case "csv" -> Representation.CSV;
            default -> throw AppException.invalid("format", text, "json, csv");
        };
    }

    /** A day means its end in UTC, and today means now. */
    private Instant readAsOf(String text) {
        LocalDate today = arrived.atZone(ZoneOffset.UTC).toLocalDate();
        Instant instant;
        if (DATE.matcher(text).matches()) {
            LocalDate day = readDate("as_of", text);
            instant = day.equals(today) ? arrived : endOf(day);
        } else {
            instant = readInstant(text);
        }
        if (instant.isAfter(arrived)) {
            throw AppException.invalid("as_of", text, "not after now, which is " + arrived);
        }
        return instant;
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
    }

    private static Instant readInstant(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            readDate("as_of", instant.atZone(ZoneOffset.UTC).toLocalDate().toString());
            return instant;
        } catch (DateTimeException | AppException _) {
            throw AppException.invalid(
                    "as_of",
                    text,
                    "an RFC 3339 instant such as 2017-06-30T21:00:00Z, or a date YYYY-MM-DD for its end in UTC");
        }
    }

    private PageToken readToken(String text) {
        PageToken token = PageToken.parse(text)
                .orElseThrow(() -> AppException.invalid("page_token", text, "next_page_token of an earlier answer"));
        if (!token.question().equals(question) || token.asOf().isAfter(arrived)) {
            throw AppException.invalid(
                    "page_token", text, "next_page_token of an answer to the same question with the same parameters");
        }
        return token;
    }
}
