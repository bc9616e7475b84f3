package io.lumia.functions.plancollection;

import java.util.UUID;

/** What became of a job's tick. */
public sealed interface PlanOutcome {

    String jobName();

    /** A run was stored and its first items were asked for. */
    record Planned(String jobName, UUID runId, int items) implements PlanOutcome {}

    /** The tick had come before; its run goes on as it was. */
    record AlreadyPlanned(String jobName, UUID runId) implements PlanOutcome {}

    /** The run was not to begin, and says why: a job that it follows did not succeed, or its own run before is still open. */
    record Skipped(String jobName, UUID runId, String why) implements PlanOutcome {}

    /** Everything that the source can know by now was collected: a weekend, a holiday, or the end of a bundle. */
    record NothingToDo(String jobName, String reason) implements PlanOutcome {}
}
