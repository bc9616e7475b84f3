package io.lumia.web.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaNamesTest {

    private static final Map<String, Object> GIVEN =
            Map.of("FrontierView.PointView", "FrontierPoint", "ScoreView", "ArticleScore");

    @Test
    void callsAnAnswerAfterItsDataAndARecordByItsWord() throws Exception {
        Map<String, Object> document = document("""
                {"paths": {"/a": {"get": {"schema": {"$ref": "#/components/schemas/ApiAnswer_List_AssetView__"}}}},
                 "components": {"schemas": {
                   "ApiAnswer_List_AssetView__": {"properties": {"data": {"items": {"$ref": "#/components/schemas/Asset"}}}},
                   "ApiAnswer_ScoreView_": {"properties": {"data": {"$ref": "#/components/schemas/ScoreView"}}},
                   "Asset": {"properties": {"score": {"anyOf": [{"$ref": "#/components/schemas/ScoreView"}, {"type": "null"}]}}},
                   "ScoreView": {"type": "object"}}}}""");

        new SchemaNames(GIVEN).apply(document);

        assertThat(document).isEqualTo(document("""
                {"paths": {"/a": {"get": {"schema": {"$ref": "#/components/schemas/AssetListAnswer"}}}},
                 "components": {"schemas": {
                   "AssetListAnswer": {"properties": {"data": {"items": {"$ref": "#/components/schemas/Asset"}}}},
                   "ArticleScoreAnswer": {"properties": {"data": {"$ref": "#/components/schemas/ArticleScore"}}},
                   "Asset": {"properties": {"score": {"anyOf": [{"$ref": "#/components/schemas/ArticleScore"}, {"type": "null"}]}}},
                   "ArticleScore": {"type": "object"}}}}"""));
    }

    @Test
    void writesWhatStandsWithinAnotherInOneWord() throws Exception {
        Map<String, Object> document =
                document("{\"components\": {\"schemas\": {\"Backtest.Period\": {\"type\": \"object\"}}}}");

        new SchemaNames(GIVEN).apply(document);

        assertThat(document)
                .isEqualTo(document("{\"components\": {\"schemas\": {\"BacktestPeriod\": {\"type\": \"object\"}}}}"));
    }

    @Test
    void keepsOneOfTwoThatAreTheSame() throws Exception {
        Map<String, Object> document = document("""
                {"components": {"schemas": {"FrontierPoint": {"type": "object"}, "FrontierView.PointView": {"type": "object"}}}}""");

        new SchemaNames(GIVEN).apply(document);

        assertThat(document)
                .isEqualTo(document("{\"components\": {\"schemas\": {\"FrontierPoint\": {\"type\": \"object\"}}}}"));
    }

    @Test
    void refusesTwoThatDifferAndANameThatIsAClass() throws Exception {
        Map<String, Object> differing = document("""
                {"components": {"schemas": {"FrontierPoint": {"type": "object"}, "FrontierView.PointView": {"type": "string"}}}}""");
        Map<String, Object> unnamed =
                document("{\"components\": {\"schemas\": {\"JobView.LastRun\": {\"type\": \"object\"}}}}");

        assertThatThrownBy(() -> new SchemaNames(GIVEN).apply(differing)).hasMessageContaining("FrontierPoint");
        assertThatThrownBy(() -> new SchemaNames(GIVEN).apply(unnamed))
                .hasMessageContaining("JobViewLastRun")
                .hasMessageContaining("openapi/names.json");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> document(String json) throws Exception {
        return new ObjectMapper().readValue(json, Map.class);
    }
}
