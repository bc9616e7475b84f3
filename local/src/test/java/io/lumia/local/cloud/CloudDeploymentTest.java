package io.lumia.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.local.cloud.CloudDeployment.Destroyed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taking a stage down from an emulator that forgets to delete this and that. */
final class CloudDeploymentTest {

    private final List<String> told = new ArrayList<>();
    private StubEmulator stub;

    @BeforeEach
    void start() throws IOException {
        stub = new StubEmulator();
        stub.on("ListStacks", _ -> "<R/>");
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void anEmptyEmulatorHasNothingToTakeDown() {
        Destroyed destroyed = CloudDeployment.destroy(stub.emulator(), told::add);

        assertThat(destroyed.stacks()).isEmpty();
        assertThat(destroyed.beside()).isZero();
        assertThat(destroyed.left()).isEmpty();
    }

    @Test
    void deletesWhatNoStackKnowsOrTheEmulatorForgot() {
        once("GET /restapis", "DELETE /restapis/api1", "{'item':[{'id':'api1','name':'lumia-emulator-api'}]}");
        once("GET /usageplans", "DELETE /usageplans/p1", "{'item':[{'id':'p1','name':'lumia-emulator-premium'}]}");
        once(
                "GET /schedule-groups",
                "DELETE /schedule-groups/lumia-emulator",
                "{'ScheduleGroups':[{'Name':'lumia-emulator'}]}");
        once("DescribeBudgets", "DeleteBudget", "{'Budgets':[{'BudgetName':'lumia-emulator-monthly'}]}");
        once("ListSecrets", "DeleteSecret", "{'SecretList':[{'Name':'lumia/emulator/providers-keys','ARN':'arn:1'}]}");

        Destroyed destroyed = CloudDeployment.destroy(stub.emulator(), told::add);

        assertThat(destroyed.beside()).isEqualTo(5);
        assertThat(destroyed.left()).isEmpty();
        assertThat(stub.requests("DeleteBudget")).singleElement().asString().contains(StubEmulator.ACCOUNT);
    }

    @Test
    void leavesAnotherStagesThingsAlone() {
        stub.on("GET /restapis", _ -> json("{'item':[{'id':'api2','name':'lumia-dev-api'}]}"));
        stub.on("ListSecrets", _ -> json("{'SecretList':[{'Name':'lumia/dev/providers-keys','ARN':'arn:2'}]}"));

        CloudDeployment.destroy(stub.emulator(), told::add);

        assertThat(stub.requests("DELETE")).isEmpty();
        assertThat(stub.requests("DeleteSecret")).isEmpty();
    }

    @Test
    void emptiesOnlyBucketsOfTheRegionSinceAllAreListed() {
        stub.on(
                "GET /",
                _ -> "<ListAllMyBucketsResult><Buckets><Bucket><Name>lumia-emulator-landing</Name></Bucket></Buckets>"
                        + "</ListAllMyBucketsResult>");
        stub.on("GET /lumia-emulator-landing", _ -> "<LocationConstraint>eu-central-1</LocationConstraint>");

        Destroyed destroyed = CloudDeployment.destroy(stub.emulator(), told::add);

        assertThat(destroyed.left()).isEmpty();
        assertThat(stub.requests("POST /lumia-emulator-landing")).isEmpty();
        assertThat(stub.requests("GET /lumia-emulator-landing"))
                .as("only asked where it lies")
                .hasSize(2);
    }

    @Test
    void namesWhatIsThereAfterAll() {
        stub.on(
                "GET /2015-03-31/functions/",
                _ -> json("{'Functions':[{'FunctionName':'lumia-emulator-load'},{'FunctionName':'other'}]}"));
        stub.on("ListQueues", _ -> json("{'QueueUrls':['http://127.0.0.1/1/lumia-emulator-load']}"));

        assertThat(CloudDeployment.destroy(stub.emulator(), told::add).left())
                .containsExactly("queue lumia-emulator-load", "function lumia-emulator-load");
    }

    @Test
    void tellsEveryStackTheParameterThatAnUpdateOnMotoAsksFor() {
        EmulatorDatabase database = EmulatorDatabase.parse("jdbc:postgresql://127.0.0.1:5432/lumia", "");

        assertThat(CloudDeployment.deployment(List.of("data", "api"), database))
                .contains(
                        "lumia-emulator-data:BootstrapVersion=/cdk-bootstrap/localhost/version",
                        "lumia-emulator-api:BootstrapVersion=/cdk-bootstrap/localhost/version");
    }

    /** Is listed until it is deleted. */
    private void once(String list, String delete, String listed) {
        stub.on(list, _ -> stub.requests(delete).isEmpty() ? json(listed) : "{}");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
