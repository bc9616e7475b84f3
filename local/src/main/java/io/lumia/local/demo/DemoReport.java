package io.lumia.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.collection.Run;
import io.lumia.local.books.Books.Counts;
import io.lumia.local.books.Books.Mover;
import io.lumia.local.books.Books.TableState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the demo found.
 *
 * @param success             whether {@code problems} is empty
 * @param problems            what is missing, each with its name first
 * @param historyUpTo         the last day that was loaded at once
 * @param sessionsLived       days that were lived through one by one
 * @param runs                oldest first
 * @param completeness        the lowest of any run, a fraction
 * @param topMovers           of the last session by split-adjusted return, best first
 * @param signalRow           the API's latest signals of {@code signalSymbol}
 * @param sentiment           how that asset was written about, and by what
 * @param advice              what is recommended on the last day, and whether that would have worked
 * @param api                 routes that were asked, with status and time
 * @param repeated            whether the same demo had been played to its end in this folder before
 * @param changedTables       tables that differ from what that one left; null the first time
 * @param tables              rows and hash of every table
 * @param seconds             per phase
 */
public record DemoReport(
        boolean success,
        List<String> problems,
        Path dataFolder,
        Path bundle,
        String bundleName,
        LocalDate historyUpTo,
        LocalDate lastSession,
        int sessionsLived,
        Counts counts,
        SortedMap<String, Long> quarantinedByReason,
        List<Run> runs,
        @Nullable Double completeness,
        List<Mover> topMovers,
        String signalSymbol,
        JsonNode signalRow,
        SentimentStory sentiment,
        AdviceStory advice,
        List<ApiCheck.Answered> api,
        boolean repeated,
        @Nullable List<String> changedTables,
        SortedMap<String, TableState> tables,
        Map<String, Double> seconds) {}
