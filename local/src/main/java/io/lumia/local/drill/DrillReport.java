package io.lumia.local.drill;

/**
 * What a restore took and lost.
 *
 * @param databaseBytes         of the cluster's files
 * @param archiveSeconds        after which at the latest a piece of the log is archived
 * @param backupMilliseconds    for the base backup, which is made while the database works
 * @param recoverySeconds       from the loss until the restored database answered: the measured RTO
 * @param lossSeconds           from the last write that was restored until the loss: the measured RPO
 * @param acknowledgedWrites    that the lost database had confirmed
 * @param restoredWrites        of them
 * @param rows                  of all tables beside these writes, before
 * @param restoredRows          and after
 */
public record DrillReport(
        long databaseBytes,
        int archiveSeconds,
        long backupMilliseconds,
        double recoverySeconds,
        double lossSeconds,
        long acknowledgedWrites,
        long restoredWrites,
        long rows,
        long restoredRows) {

    /** Goals of docs/deploy.md. */
    public static final int RECOVERY_GOAL_SECONDS = 15 * 60;

    public static final int LOSS_GOAL_SECONDS = 5 * 60;

    public boolean isWithinGoals() {
        return recoverySeconds <= RECOVERY_GOAL_SECONDS && lossSeconds <= LOSS_GOAL_SECONDS && restoredRows == rows;
    }
}
