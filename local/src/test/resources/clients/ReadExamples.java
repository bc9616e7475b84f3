import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumia.client.ApiClient;
import java.io.File;

/** Reads every example of the API's document, its argument, by the generated model, and says how many there were. */
public final class ReadExamples {

    private final ObjectMapper mapper = new ApiClient().getObjectMapper();
    private final JsonNode document;
    private int read;

    private ReadExamples(JsonNode document) {
        this.document = document;
    }

    public static void main(String[] arguments) throws Exception {
        ReadExamples reader = new ReadExamples(new ObjectMapper().readTree(new File(arguments[0])));
        for (JsonNode path : reader.document.path("paths")) {
            for (JsonNode operation : path) {
                for (JsonNode response : operation.path("responses")) {
                    reader.read(reader.resolved(response).path("content").path("application/json"));
                }
            }
        }
        System.out.println(reader.read);
    }

    private JsonNode resolved(JsonNode response) {
        return response.has("$ref")
                ? document.at(response.path("$ref").asText().substring(1))
                : response;
    }

    private void read(JsonNode content) throws Exception {
        String reference = content.path("schema").path("$ref").asText();
        if (content.has("example") && !reference.isEmpty()) {
            mapper.readValue(content.path("example").toString(), model(reference));
            read++;
        }
    }

    private static Class<?> model(String reference) throws ClassNotFoundException {
        StringBuilder name = new StringBuilder("io.lumia.client.model.");
        for (String word : reference.substring(reference.lastIndexOf('/') + 1).split("[^A-Za-z0-9]+")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return Class.forName(name.toString());
    }
}
