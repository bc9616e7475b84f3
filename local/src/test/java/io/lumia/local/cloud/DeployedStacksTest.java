package io.lumia.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a CloudFormation that lists stacks and forgets none, as the real one for ninety days. */
final class DeployedStacksTest {

    private final Map<String, String> statuses = new LinkedHashMap<>();
    private String afterDeletion = "DELETE_COMPLETE";
    private StubEmulator stub;
    private EmulatorCalls calls;
    private DeployedStacks stacks;

    @BeforeEach
    void start() throws IOException {
        stub = new StubEmulator();
        stub.on("ListStacks", _ -> list());
        stub.on("DeleteStack", body -> {
            statuses.put(body.replaceFirst("(?s).*StackName=([a-z-]+).*", "$1"), afterDeletion);
            return "<DeleteStackResponse/>";
        });
        calls = new EmulatorCalls(stub.emulator());
        stacks = new DeployedStacks(calls, "lumia-emulator-");
    }

    @AfterEach
    void stop() {
        calls.close();
        stub.close();
    }

    @Test
    void namesTheStagesOwnStacksTheImportingOnesFirst() {
        statuses.put("CDKToolkit", "CREATE_COMPLETE");
        statuses.put("lumia-emulator-data", "CREATE_COMPLETE");
        statuses.put("lumia-emulator-api", "UPDATE_COMPLETE");
        statuses.put("lumia-emulator-site", "DELETE_COMPLETE");
        statuses.put("lumia-dev-data", "CREATE_COMPLETE");

        assertThat(stacks.names()).containsExactly("lumia-emulator-api", "lumia-emulator-data");
    }

    @Test
    void aDeletedStackIsGoneThoughItStaysInTheList() {
        statuses.put("lumia-emulator-data", "CREATE_COMPLETE");

        stacks.delete("lumia-emulator-data");

        assertThat(stacks.names()).isEmpty();
    }

    @Test
    void neverAsksForADescriptionWhichMotoCannotGiveOfAStackThatItHalfMade() {
        statuses.put("lumia-emulator-site", "CREATE_COMPLETE");

        stacks.delete("lumia-emulator-site");

        assertThat(stub.requests("DescribeStacks")).isEmpty();
    }

    @Test
    void tellsWhyAStackWasNotDeleted() {
        statuses.put("lumia-emulator-data", "CREATE_COMPLETE");
        afterDeletion = "DELETE_FAILED";

        assertThatThrownBy(() -> stacks.delete("lumia-emulator-data"))
                .hasMessage("stack lumia-emulator-data was not deleted: DELETE_FAILED a bucket is not empty");
    }

    private String list() {
        return statuses.entrySet().stream()
                .map(stack -> ("<member><StackName>%s</StackName><StackStatus>%s</StackStatus>"
                                + "<StackStatusReason>a bucket is not empty</StackStatusReason></member>")
                        .formatted(stack.getKey(), stack.getValue()))
                .collect(Collectors.joining("", "<R><StackSummaries>", "</StackSummaries></R>"));
    }
}
