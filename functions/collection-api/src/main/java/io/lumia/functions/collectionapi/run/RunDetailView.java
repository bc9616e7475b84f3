package io.lumia.functions.collectionapi.run;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A run with a page of its items. */
@Serdeable
@Schema(name = "CollectionRunDetail", description = "A run with a page of its items, in the order of planning.")
record RunDetailView(RunView run, List<ItemView> items) {}
