package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings.DatabaseSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.rds.CfnDBCluster;
import software.amazon.awscdk.services.rds.CfnDBClusterParameterGroup;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.rds.CfnDBSubnetGroup;
import software.constructs.Construct;

/**
 * Aurora PostgreSQL Serverless v2, alone in its stack, so that nothing else's failed update can touch it. Functions sign in
 * by IAM over TLS and never know a password; the master's is kept and rotated by RDS itself.
 */
final class DatabaseStack extends Stack {

    /** The database's name inside the cluster. */
    static final String DATABASE = "lumia";

    private static final String MASTER = "lumia_master";
    private static final String ENGINE = "aurora-postgresql";
    private static final int PORT = 5432;

    private final CfnDBCluster cluster;

    /** @param keyArn of the key that encrypts storage, backups and the master's password */
    DatabaseStack(
            Construct scope,
            String id,
            StackProps props,
            Names names,
            DatabaseSettings settings,
            NetworkStack network,
            String keyArn,
            int logDays) {
        super(scope, id, props);
        CfnLogGroup log = log(names, logDays);
        this.cluster = cluster(names, settings, network, keyArn);
        cluster.addResourceDependency(log);
        for (int number = 0; number <= settings.readers(); number++) {
            addInstance(names, number);
        }
        tell("ClusterArn", clusterArn(names));
        tell("MasterSecretArn", cluster.getAttrMasterUserSecretSecretArn());
        tell("Host", host());
    }

    String host() {
        return cluster.getAttrEndpointAddress();
    }

    /** What {@code rds-db:connect} names, which is not the cluster's own name. */
    String resourceId() {
        return cluster.getAttrDbClusterResourceId();
    }

    private static String clusterArn(Names names) {
        return Names.arn("rds", "cluster:" + names.of("database"));
    }

    /** Made beforehand, since a group that RDS makes keeps its lines for ever. */
    private CfnLogGroup log(Names names, int days) {
        return CfnLogGroup.Builder.create(this, "Log")
                .logGroupName("/aws/rds/cluster/%s/postgresql".formatted(names.of("database")))
                .retentionInDays(days)
                .build();
    }

    private CfnDBCluster cluster(Names names, DatabaseSettings settings, NetworkStack network, String keyArn) {
        CfnDBCluster made = CfnDBCluster.Builder.create(this, "Cluster")
                .dbClusterIdentifier(names.of("database"))
                .engine(ENGINE)
                .engineVersion(settings.engineVersion())
                .databaseName(DATABASE)
                .port(PORT)
                .masterUsername(MASTER)
                .manageMasterUserPassword(true)
                .masterUserSecret(CfnDBCluster.MasterUserSecretProperty.builder()
                        .kmsKeyId(keyArn)
                        .build())
                .enableIamDatabaseAuthentication(true)
                .enableHttpEndpoint(true)
                .storageEncrypted(true)
                .kmsKeyId(keyArn)
                .backupRetentionPeriod(settings.backupDays())
                .preferredBackupWindow("07:00-07:30")
                .preferredMaintenanceWindow("sun:08:00-sun:08:30")
                .copyTagsToSnapshot(true)
                .deletionProtection(settings.deletionProtection())
                .dbSubnetGroupName(subnets(network).getRef())
                .dbClusterParameterGroupName(parameters(settings).getRef())
                .vpcSecurityGroupIds(List.of(network.databaseSecurityGroupId()))
                .enableCloudwatchLogsExports(List.of("postgresql"))
                .serverlessV2ScalingConfiguration(capacity(settings))
                .build();
        made.applyRemovalPolicy(RemovalPolicy.SNAPSHOT);
        Explained.finding(
                made, "RDS11", "The usual port: nothing but the functions' security group reaches the database.");
        return made;
    }

    private static CfnDBCluster.ServerlessV2ScalingConfigurationProperty capacity(DatabaseSettings settings) {
        CfnDBCluster.ServerlessV2ScalingConfigurationProperty.Builder capacity =
                CfnDBCluster.ServerlessV2ScalingConfigurationProperty.builder()
                        .minCapacity(settings.minCapacity())
                        .maxCapacity(settings.maxCapacity());
        if (settings.minCapacity() == 0) {
            capacity.secondsUntilAutoPause(settings.pauseAfterSeconds());
        }
        return capacity.build();
    }

    private CfnDBSubnetGroup subnets(NetworkStack network) {
        return CfnDBSubnetGroup.Builder.create(this, "Subnets")
                .dbSubnetGroupDescription("The private subnets")
                .subnetIds(network.subnetIds())
                .build();
    }

    private CfnDBClusterParameterGroup parameters(DatabaseSettings settings) {
        String major = Objects.requireNonNull(settings.engineVersion().split("\\.", 2)[0]);
        return CfnDBClusterParameterGroup.Builder.create(this, "Parameters")
                .family(ENGINE + major)
                .description("TLS only; a forgotten transaction ends")
                .parameters(Map.of(
                        "rds.force_ssl", "1",
                        "timezone", "UTC",
                        "idle_in_transaction_session_timeout", "60000",
                        "log_min_duration_statement", "2000"))
                .build();
    }

    private void addInstance(Names names, int number) {
        CfnDBInstance instance = CfnDBInstance.Builder.create(this, "Instance" + number)
                .dbInstanceIdentifier(names.of("database-" + number))
                .dbClusterIdentifier(cluster.getRef())
                .dbInstanceClass("db.serverless")
                .engine(ENGINE)
                .publiclyAccessible(false)
                .autoMinorVersionUpgrade(true)
                .promotionTier(number)
                .build();
        Explained.finding(instance, "RDS10", "Deletion protection is the cluster's; an instance holds no data.");
    }

    private void tell(String id, String value) {
        CfnOutput.Builder.create(this, id).value(value).build();
    }
}
