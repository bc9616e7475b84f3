package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings.Egress;
import io.lumia.infra.settings.StageSettings.NetworkSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.IpProtocol;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** The private network that the database and the functions that see it are in. No NAT gateway unless asked for. */
final class NetworkStack extends Stack {

    private static final int ZONES = 2;
    private static final int POSTGRES_PORT = 5432;
    private static final int HTTPS_PORT = 443;
    private static final int SUBNET_BITS = 20;

    /** What functions inside announce to and read from. */
    private static final Map<String, InterfaceVpcEndpointAwsService> SERVICES = Map.of(
            "Queues", InterfaceVpcEndpointAwsService.SQS,
            "Events", InterfaceVpcEndpointAwsService.EVENTBRIDGE,
            "Secrets", InterfaceVpcEndpointAwsService.SECRETS_MANAGER);

    private final Vpc vpc;
    private final SecurityGroup functions;
    private final SecurityGroup database;

    /** @param further services beside those, which functions inside ask on this stage */
    NetworkStack(
            Construct scope,
            String id,
            StackProps props,
            Names names,
            NetworkSettings settings,
            Map<String, InterfaceVpcEndpointAwsService> further) {
        super(scope, id, props);
        this.vpc = vpc(names, settings);
        this.functions = securityGroup("Functions", "Functions that see the database");
        this.database = securityGroup("Database", "The database: reached by functions alone");
        connect(settings);
        if (settings.interfaceEndpoints()) {
            addInterfaceEndpoints(further);
        }
        watchConnections(names, settings);
    }

    /** Where a function is put. */
    FunctionNetwork forFunctions(NetworkSettings settings) {
        return new FunctionNetwork(subnetIds(), functions.getSecurityGroupId(), settings.egress() != Egress.NONE);
    }

    List<String> subnetIds() {
        return privateSubnets().stream().map(ISubnet::getSubnetId).toList();
    }

    String databaseSecurityGroupId() {
        return database.getSecurityGroupId();
    }

    private List<ISubnet> privateSubnets() {
        List<ISubnet> withEgress = vpc.getPrivateSubnets();
        return withEgress.isEmpty() ? vpc.getIsolatedSubnets() : withEgress;
    }

    private Vpc vpc(Names names, NetworkSettings settings) {
        return Vpc.Builder.create(this, "Vpc")
                .vpcName(names.of("network"))
                .ipAddresses(IpAddresses.cidr(settings.cidr()))
                .ipProtocol(settings.egress() == Egress.NONE ? IpProtocol.IPV4_ONLY : IpProtocol.DUAL_STACK)
                .maxAzs(ZONES)
                .natGateways(settings.egress() == Egress.NAT ? 1 : 0)
                .createInternetGateway(settings.egress() == Egress.NAT)
                .subnetConfiguration(subnets(settings.egress()))
                .gatewayEndpoints(Map.of(
                        "Objects",
                        GatewayVpcEndpointOptions.builder()
                                .service(GatewayVpcEndpointAwsService.S3)
                                .build()))
                .build();
    }

    private static List<SubnetConfiguration> subnets(Egress egress) {
        List<SubnetConfiguration> subnets = new ArrayList<>();
        switch (egress) {
            case NONE -> subnets.add(subnet("private", SubnetType.PRIVATE_ISOLATED));
            case IPV6 -> subnets.add(subnet("private", SubnetType.PRIVATE_WITH_EGRESS));
            case NAT -> {
                subnets.add(subnet("private", SubnetType.PRIVATE_WITH_EGRESS));
                subnets.add(subnet("public", SubnetType.PUBLIC));
            }
        }
        return subnets;
    }

    private static SubnetConfiguration subnet(String name, SubnetType type) {
        return SubnetConfiguration.builder()
                .name(name)
                .subnetType(type)
                .cidrMask(SUBNET_BITS)
                .build();
    }

    private SecurityGroup securityGroup(String id, String description) {
        return SecurityGroup.Builder.create(this, id)
                .vpc(vpc)
                .description(description)
                .allowAllOutbound(false)
                .build();
    }

    private void connect(NetworkSettings settings) {
        database.addIngressRule(functions, Port.tcp(POSTGRES_PORT), "functions ask the database");
        functions.addEgressRule(database, Port.tcp(POSTGRES_PORT), "functions ask the database");
        functions.addEgressRule(Peer.anyIpv4(), Port.tcp(HTTPS_PORT), "S3, endpoints inside, providers");
        if (settings.egress() != Egress.NONE) {
            functions.addEgressRule(Peer.anyIpv6(), Port.tcp(HTTPS_PORT), "AWS services and providers");
        }
    }

    private void addInterfaceEndpoints(Map<String, InterfaceVpcEndpointAwsService> further) {
        Map<String, InterfaceVpcEndpointAwsService> services = new TreeMap<>(SERVICES);
        services.putAll(further);
        SecurityGroup endpoints = securityGroup("Endpoints", "AWS services: reached by functions alone");
        endpoints.addIngressRule(functions, Port.tcp(HTTPS_PORT), "functions ask AWS services");
        services.forEach((name, service) -> vpc.addInterfaceEndpoint(
                name,
                InterfaceVpcEndpointOptions.builder()
                        .service(service)
                        .securityGroups(List.of(endpoints))
                        .open(false)
                        .build()));
    }

    private void watchConnections(Names names, NetworkSettings settings) {
        if (!settings.flowLogs()) {
            Explained.finding(vpc, "VPC7", "Flow logs are billed by volume; the stage's settings leave them off.");
            return;
        }
        LogGroup group = LogGroup.Builder.create(this, "Connections")
                .logGroupName("/lumia/" + names.stage() + "/connections")
                .retention(RetentionDays.ONE_MONTH)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        vpc.addFlowLog(
                "Connections",
                FlowLogOptions.builder()
                        .destination(FlowLogDestination.toCloudWatchLogs(group))
                        .build());
    }

    /**
     * A place in the private network.
     *
     * @param dualStack whether it reaches what is outside by IPv6
     */
    record FunctionNetwork(List<String> subnetIds, String securityGroupId, boolean dualStack) {}
}
