package io.lumia.local.cli;

import io.lumia.accounts.audit.AuditEntry;
import io.lumia.accounts.audit.AuditLog;
import io.lumia.accounts.audit.AuditQuery;
import io.lumia.accounts.audit.AuditVerdict.Broken;
import io.lumia.accounts.audit.AuditVerdict.Intact;
import io.lumia.accounts.audit.VerifyAuditLog;
import io.lumia.local.runtime.Installation;
import io.lumia.local.text.TextTable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The audit log: who did what that matters for security. */
@Command(
        name = "audit",
        description = "Show who did what that matters for security; look whether anybody changed that since.",
        mixinStandardHelpOptions = true,
        subcommands = {AuditCommand.Verify.class, AuditCommand.ListEntries.class})
final class AuditCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "verify or list is missing");
    }

    /** Looks through the chain. */
    @Command(
            name = "verify",
            description = "Look whether every entry follows from the one before; exit code 1 where one does not.",
            mixinStandardHelpOptions = true)
    static final class Verify extends ApiCommand {

        @Override
        int ask(Installation installation, CollectionApi api) {
            return switch (installation.functions().bean(VerifyAuditLog.class).verify()) {
                case Intact intact -> show(intact);
                case Broken broken -> show(broken);
            };
        }

        private int show(Intact intact) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("intact", true);
            document.put("entries", intact.entries());
            document.put("after_sequence", intact.afterSequence());
            document.put("last_sequence", intact.lastSequence());
            document.put("last_hash", intact.lastHash().hex());
            print(document, () -> out().println("intact: %d entries after %d up to %d, whose hash is %s"
                    .formatted(intact.entries(), intact.afterSequence(), intact.lastSequence(), intact.lastHash())));
            return ExitCodes.DONE;
        }

        private int show(Broken broken) {
            String fault = broken.fault().name().toLowerCase(Locale.ROOT);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("intact", false);
            document.put("sequence", broken.sequence());
            document.put("fault", fault);
            document.put("detail", broken.detail());
            print(document, () -> out().println(
                            "broken at entry %d (%s): %s".formatted(broken.sequence(), fault, broken.detail())));
            return ExitCodes.FAILED;
        }
    }

    /** Shows entries. */
    @Command(name = "list", description = "Show entries, the newest first.", mixinStandardHelpOptions = true)
    static final class ListEntries extends ApiCommand {

        private static final int LONGEST_DETAILS = 100;

        @Option(names = "--actor", paramLabel = "ACTOR", description = "Only acts of this one, such as user/ID.")
        private @Nullable String actor;

        @Option(names = "--kind", paramLabel = "KIND", description = "Only acts of this kind, such as key.revoked.")
        private @Nullable String kind;

        @Option(names = "--subject", paramLabel = "SUBJECT", description = "Only acts on this, such as quarantine/42.")
        private @Nullable String subject;

        @Option(names = "--from", paramLabel = "INSTANT", description = "Not earlier, such as 2026-11-29T00:00:00Z.")
        private @Nullable Instant from;

        @Option(names = "--before", paramLabel = "INSTANT", description = "Earlier than this.")
        private @Nullable Instant before;

        @Option(names = "--page", defaultValue = "1", description = "Which page, from 1.")
        private int page = 1;

        @Option(names = "--limit", defaultValue = "50", description = "How many on a page, 1 to 1000 (default 50).")
        private int limit = 50;

        @Override
        void check() {
            Limits.check("--limit", limit, AuditLog.MAX_ENTRIES_AT_ONCE);
            Limits.check("--page", page);
        }

        @Override
        int ask(Installation installation, CollectionApi api) {
            AuditQuery query = new AuditQuery(actor, subject, kind, from, before);
            AuditLog.Page found = installation.functions().bean(AuditLog.class).list(query, page, limit);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("total_items", found.totalItems());
            document.put(
                    "entries",
                    found.entries().stream().map(ListEntries::document).toList());
            print(document, () -> show(found.entries()));
            return ExitCodes.DONE;
        }

        private void show(List<AuditEntry> entries) {
            if (entries.isEmpty()) {
                out().println("no entries");
                return;
            }
            TextTable table = new TextTable("number", "at", "actor", "kind", "subject", "details");
            entries.forEach(entry -> table.row(
                    entry.sequence(),
                    entry.content().at(),
                    entry.content().actor(),
                    entry.content().kind(),
                    entry.content().subject(),
                    cut(details(entry), LONGEST_DETAILS)));
            table.print(out());
        }

        private static @Nullable String details(AuditEntry entry) {
            String joined = entry.content().details().entrySet().stream()
                    .map(detail -> detail.getKey() + "=" + detail.getValue())
                    .collect(Collectors.joining(" "));
            return joined.isEmpty() ? null : joined;
        }

        private static Map<String, Object> document(AuditEntry entry) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("sequence", entry.sequence());
            document.put("at", entry.content().at().toString());
            document.put("actor", entry.content().actor());
            document.put("kind", entry.content().kind());
            document.put("subject", entry.content().subject());
            document.put("details", entry.content().details());
            document.put("request_id", entry.content().requestId());
            document.put("hash", entry.hash().hex());
            return document;
        }
    }
}
