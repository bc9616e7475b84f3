package io.lumia.local.cloud;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.provider.web.WebXml;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The stage's stacks as CloudFormation lists them, and their end. Not by {@code cdk destroy}, which describes a stack before
 * it deletes it: moto fails on describing a stack of whose resources it made only some, and would keep all of them.
 */
final class DeployedStacks {

    private static final String SERVICE = "cloudformation";
    private static final String VERSION = "2010-05-15";
    private static final String GONE = "DELETE_COMPLETE";
    private static final String FAILED = "_FAILED";
    private static final int MOST_PAGES = 100;
    private static final Duration DELETION_LIMIT = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** What imports something of another goes before it. */
    private static final List<String> ORDER = List.of("site", "watch", "api", "application", "migration", "data");

    private final EmulatorCalls calls;
    private final String prefix;

    /** @param prefix of the stacks' names, such as {@code lumia-emulator-} */
    DeployedStacks(EmulatorCalls calls, String prefix) {
        this.calls = calls;
        this.prefix = prefix;
    }

    /** Those that are there, in the order in which they can be deleted. */
    List<String> names() {
        Map<String, Told> told = list();
        return ORDER.stream().map(prefix::concat).filter(told::containsKey).toList();
    }

    /** Deletes one and waits until it is gone. */
    void delete(String name) {
        calls.query(SERVICE, parameters("DeleteStack", Map.of("StackName", name)));
        long deadline = System.nanoTime() + DELETION_LIMIT.toNanos();
        for (Optional<Told> there = find(name); there.isPresent(); there = find(name)) {
            if (there.get().status().endsWith(FAILED)) {
                throw unavailable("stack %s was not deleted: %s %s"
                        .formatted(name, there.get().status(), there.get().reason()));
            }
            if (System.nanoTime() > deadline) {
                throw unavailable(
                        "stack %s is %s after %d s".formatted(name, there.get().status(), DELETION_LIMIT.toSeconds()));
            }
            pause();
        }
    }

    private Optional<Told> find(String name) {
        return Optional.ofNullable(list().get(name));
    }

    /** A name is there while any stack of it is: those that were deleted stay in the list. */
    private Map<String, Told> list() {
        Map<String, Told> told = new HashMap<>();
        String token = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Element answer = calls.query(
                    SERVICE, parameters("ListStacks", token.isEmpty() ? Map.of() : Map.of("NextToken", token)));
            for (Element stack : WebXml.all(answer, "member")) {
                String status = WebXml.text(stack, "StackStatus");
                if (!status.isEmpty() && !status.equals(GONE)) {
                    told.put(
                            WebXml.text(stack, "StackName"), new Told(status, WebXml.text(stack, "StackStatusReason")));
                }
            }
            token = WebXml.text(answer, "NextToken");
            if (token.isEmpty()) {
                return told;
            }
        }
        throw unavailable("more than %d pages of stacks were listed".formatted(MOST_PAGES));
    }

    private static Map<String, String> parameters(String action, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("Action", action);
        parameters.put("Version", VERSION);
        return parameters;
    }

    private static AppException unavailable(String message) {
        return new AppException(ErrorCode.TRANSPORT_UNAVAILABLE, message);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException(ErrorCode.INTERNAL, "interrupted while a stack was deleted", e);
        }
    }

    private record Told(String status, String reason) {}
}
