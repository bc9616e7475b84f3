package io.lumia.functions.accountapi.user;

import io.lumia.accounts.Origin;
import io.lumia.accounts.UserId;
import io.lumia.accounts.personal.ExportOwnData;
import io.lumia.accounts.personal.PersonalData;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that we hold of somebody, as one document. */
@Singleton
@Requires(beans = ExportOwnData.class)
final class Exports {

    private static final Argument<Map<String, Object>> DOCUMENT = Argument.mapOf(String.class, Object.class);

    private final ExportOwnData exportOwnData;
    private final JsonMapper json;

    Exports(ExportOwnData exportOwnData, JsonMapper json) {
        this.exportOwnData = exportOwnData;
        this.json = json;
    }

    ExportView of(UserId owner, Origin origin) {
        PersonalData data = exportOwnData.export(owner, origin);
        Map<String, List<Map<String, Object>>> sections = new TreeMap<>();
        data.sections()
                .forEach((name, documents) -> sections.put(
                        name, documents.stream().map(text -> read(name, text)).toList()));
        return ExportView.of(data, sections);
    }

    private Map<String, Object> read(String section, String document) {
        try {
            return json.readValue(document, DOCUMENT);
        } catch (IOException _) {
            // The exception's own message could quote the document.
            throw new AppException(
                    ErrorCode.INTERNAL, "a document of section '%s' is no JSON object".formatted(section));
        }
    }
}
