package io.lumia.collection.jobs;

import io.lumia.collection.Job;

/**
 * A job to start from.
 *
 * @param name        unique among templates
 * @param description what it does, in a sentence
 * @param job         ready to be saved under a name of its own
 * @param builtIn     whether the program brings it; others were saved by somebody
 */
public record JobTemplate(String name, String description, Job job, boolean builtIn) {}
