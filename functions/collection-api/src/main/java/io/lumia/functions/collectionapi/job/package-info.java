/**
 * Jobs and templates: {@code JobController} and {@code TemplateController} are the routes, {@code JobReader} makes a job of
 * a document and says all that is wrong with it, {@code ChangeJobs} and {@code JobStarts} and {@code Templates} are the use
 * cases, each with its audit.
 */
@NullMarked
package io.lumia.functions.collectionapi.job;

import org.jspecify.annotations.NullMarked;
