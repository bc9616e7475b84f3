package io.lumia.functions.accountapi;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/** For the annotation processor; the whole API's description, market-api's, stands for this one in what is served. */
@OpenAPIDefinition(info = @Info(title = "Lumia account API", version = "v1"))
final class ApiDescription {

    private ApiDescription() {}
}
