package io.lumia.collection.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Templates that somebody saved; the built-in ones are {@link JobTemplates}. Writes run inside the caller's transaction. */
public interface SavedTemplates {

    /** More than these are not kept, so that a list of all stays an answer. */
    int MAX_SAVED = 200;

    /** Ordered by name. */
    List<SavedTemplate> all();

    Optional<SavedTemplate> find(String name);

    /** False, and nothing written, where one of that name is there. */
    boolean add(SavedTemplate template);

    /** Whether there was one of that name. */
    boolean delete(String name);

    /**
     * One template.
     *
     * @param document the job as JSON, as the API takes it
     */
    record SavedTemplate(String name, String description, String document, Instant createdAt) {}
}
