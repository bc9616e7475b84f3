package io.lumia.local.runtime;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.bus.EmbeddedBus;
import io.lumia.local.bus.EventRoutes;
import io.lumia.local.database.EmbeddedServer;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.FolderLock;
import io.lumia.local.folder.RememberedClock;
import io.lumia.local.folder.RuntimeFile;
import io.lumia.local.gateway.ApiGateway;
import io.lumia.local.json.Json;
import io.lumia.local.queue.DeadLetters;
import io.lumia.local.queue.EmbeddedQueues;
import io.lumia.local.queue.QueueClient;
import io.lumia.local.queue.QueuePoller;
import io.lumia.local.schedule.Delivery;
import io.lumia.local.schedule.Dispatcher;
import io.lumia.local.schedule.ScheduleTable;
import io.lumia.local.schedule.Scheduler;
import io.lumia.local.schedule.Timetable;
import io.lumia.local.site.StaticSite;
import io.lumia.local.time.Clocks;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger;
import io.lumia.platform.metrics.MetricBook;
import io.lumia.platform.request.RequestIds;
import io.lumia.platform.schedule.ScheduleEngine;
import io.lumia.platform.schedule.ScheduleSpec;
import io.lumia.platform.schedule.When;
import io.lumia.platform.time.RandomIdSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running installation. Started from the ground up (lock, database and queues, bus, functions) and stopped from the
 * top down; what fails on the way up is taken down again.
 */
public final class LocalRuntime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalRuntime.class);
    /** Two functions with four batches each keep two cores busy. */
    private static final int MAX_CONCURRENCY = 4;

    private static final Duration SAVE_LETTERS_EVERY = Duration.ofSeconds(5);

    private final Setting setting;
    private final ShutdownStack stack = new ShutdownStack();
    private final QueueClient queues;
    private final Endpoints endpoints;
    private final FunctionHost functions;
    private final Delivery delivery;
    private final CompletableFuture<AppException> databaseLost = new CompletableFuture<>();

    private LocalRuntime(Setting setting) {
        this.setting = setting;
        try {
            stack.push("lock", FolderLock.take(setting.folder()));
            setting.folder().create();
            CompletableFuture<EmbeddedServer> database =
                    CompletableFuture.supplyAsync(() -> EmbeddedServer.start(setting.folder()));
            EmbeddedQueues queueServer = startQueues();
            queues = stack.push("queue client", new QueueClient(queueServer.endpoint()));
            EmbeddedBus bus = stack.push("bus", newBus());
            endpoints = new Endpoints(
                    startedDatabase(database).jdbcUrl(), queueServer.endpoint(), bus.endpoint(), setting.port());
            functions = stack.push("functions", FunctionHost.start(setting.folder(), endpoints, setting.clock()));
            delivery = newDelivery();
            functions.invoke("migrate-database", "{}");
            connectQueues(bus);
            keepDeadLetters();
            stack.push("runtime file", () -> RuntimeFile.delete(setting.folder()));
            writeRuntimeFile(0);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** Everything but pollers, scheduler and gateway, which are started one by one. */
    public static LocalRuntime start(Setting setting) {
        return new LocalRuntime(setting);
    }

    public DataFolder folder() {
        return setting.folder();
    }

    public Clock clock() {
        return setting.clock();
    }

    public FunctionHost functions() {
        return functions;
    }

    public QueueClient queues() {
        return queues;
    }

    /** Completes, with the reason, where the database ended and cannot be started again; work that comes then fails. */
    public CompletableFuture<AppException> databaseLost() {
        return databaseLost;
    }

    Endpoints endpoints() {
        return endpoints;
    }

    /** Puts a poller in front of every function with a queue. */
    public void startPollers() {
        startPollers(FunctionHost.FUNCTIONS);
    }

    /**
     * Puts a poller in front of those of the named functions that have a queue.
     *
     * @return stops them; otherwise they stop with the runtime
     */
    public AutoCloseable startPollers(Collection<String> names) {
        ShutdownStack started = stack.push("pollers", new ShutdownStack());
        for (FunctionDefinition definition : functions.definitions()) {
            if (definition.trigger() instanceof Trigger.Queued queued && names.contains(definition.name())) {
                started.push(
                                "poller of " + definition.name(),
                                new QueuePoller(subscription(definition, queued.queue()), queues))
                        .start();
            }
        }
        return started;
    }

    /** Fires what is due by the clock from now on, and what fell due lately of schedules that are data. */
    public void startScheduler() {
        Dispatcher dispatcher =
                new Dispatcher(fixedSchedules(), functions.bean(ScheduleTable.class), delivery, setting.clock());
        stack.push("scheduler", new Scheduler(dispatcher)).start();
    }

    /** Serves the API alone; port 0 for any that is free. */
    public ApiGateway startGateway(int port, Admitting admitting) {
        return serve(port, api(admitting));
    }

    /** Serves the API and, at all other paths, the web site; port 0 for any that is free. */
    public ApiGateway startGateway(int port, Admitting admitting, StaticSite site) {
        return serve(port, site.before(api(admitting)));
    }

    private Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> api(Admitting admitting) {
        return MetricsPage.before(ApiFunctions.in(functions, admitting), functions.bean(MetricBook.class));
    }

    private ApiGateway serve(int port, Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> answering) {
        ApiGateway gateway = stack.push(
                "gateway",
                new ApiGateway(
                        port,
                        answering,
                        functions.bean(JsonCodec.class),
                        setting.clock(),
                        functions.bean(RequestIds.class)));
        writeRuntimeFile(gateway.port());
        return gateway;
    }

    /** Schedules of {@code function.json} and those that are data, as they are now. */
    public Timetable timetable() {
        List<Timetable.Schedule> schedules = new ArrayList<>(fixedSchedules());
        functions.bean(ScheduleEngine.class).list("").stream()
                .filter(ScheduleSpec::enabled)
                .map(Timetable.Schedule::of)
                .forEach(schedules::add);
        return new Timetable(schedules);
    }

    /** Delivers a tick now, for whoever moves the clock himself. One that is data counts as worked off up to it. */
    public void fire(Timetable.Tick tick) {
        LOG.info("{}: {} is due", tick.at(), tick.schedule().name());
        delivery.deliver(tick.schedule(), tick.at(), 1);
        tick.schedule().spec().ifPresent(spec -> {
            ScheduleTable table = functions.bean(ScheduleTable.class);
            switch (spec.when()) {
                case When.At _ -> table.finish(spec);
                case When.Cron _, When.Rate _ -> table.done(spec.name(), tick.at());
            }
        });
    }

    /** The functions behind the queues; they work once the pollers are started. */
    public Pipeline pipeline() {
        return new Pipeline(functions, queues);
    }

    public DeadLetters deadLetters() {
        return new DeadLetters(queues);
    }

    /** Stops taking work, finishes what was begun, then stops the rest. */
    @Override
    public void close() {
        if (setting.standsAt() != null) {
            RememberedClock.goOn(
                    setting.folder(), setting.standsAt(), setting.clock().instant());
        }
        stack.close();
    }

    private List<Timetable.Schedule> fixedSchedules() {
        return functions.definitions().stream()
                .flatMap(definition -> definition.trigger().schedules().stream()
                        .map(schedule -> Timetable.Schedule.fixed(
                                schedule.name(),
                                target(definition),
                                schedule.when()::nextAfter,
                                Json.writeCompact(schedule.input()))))
                .toList();
    }

    private static Timetable.Target target(FunctionDefinition definition) {
        return switch (definition.trigger()) {
            case Trigger.Queued queued ->
                new Timetable.Target.Queue(queued.queue().name(), queued.queue().deadLetterName());
            case Trigger.Scheduled _, Trigger.Http _, Trigger.Manual _ ->
                new Timetable.Target.Function(definition.name());
        };
    }

    private Delivery newDelivery() {
        return new Delivery(new Delivery.Receivers() {
            @Override
            public void send(String queue, String body) {
                queues.send(queue, body);
            }

            @Override
            public void invoke(String function, String event) {
                functions.invoke(function, event);
            }
        });
    }

    private EmbeddedQueues startQueues() {
        try {
            return stack.push("queues", EmbeddedQueues.start());
        } catch (Exception e) {
            throw new AppException(ErrorCode.TRANSPORT_UNAVAILABLE, "the queues do not start: " + e.getMessage(), e);
        }
    }

    private EmbeddedServer startedDatabase(CompletableFuture<EmbeddedServer> starting) {
        try {
            EmbeddedServer database = stack.push("database", starting.join());
            database.keepAlive(databaseLost::complete);
            return database;
        } catch (CompletionException e) {
            throw e.getCause() instanceof AppException failure ? failure : e;
        }
    }

    private EmbeddedBus newBus() {
        return new EmbeddedBus(
                (queue, body, trace) -> queues.send(queue, body, trace),
                setting.clock(),
                new RandomIdSource(setting.clock(), new SecureRandom()));
    }

    private void connectQueues(EmbeddedBus bus) {
        functions.queues().forEach(queues::create);
        functions.setQueueUrls(queues::url);
        List<EventRoutes.Route> routes = new ArrayList<>();
        for (FunctionDefinition definition : functions.definitions()) {
            if (definition.trigger() instanceof Trigger.Queued queued) {
                definition
                        .subscribes()
                        .forEach(rule ->
                                routes.add(new EventRoutes.Route(queued.queue().name(), rule.pattern())));
            }
        }
        bus.route(new EventRoutes(routes));
    }

    /** Queues live in memory; what a person must look at does not go with them. */
    private void keepDeadLetters() {
        deadLetters().restore(setting.folder().deadLetters());
        stack.push(
                "dead letters",
                new DeadLetterKeeper(deadLetters(), setting.folder().deadLetters(), SAVE_LETTERS_EVERY));
    }

    private QueuePoller.Subscription subscription(FunctionDefinition definition, Trigger.Queue queue) {
        int concurrency = Math.min(definition.reservedConcurrency().orElse(MAX_CONCURRENCY), MAX_CONCURRENCY);
        return new QueuePoller.Subscription(
                definition.name(),
                queue.name(),
                Math.min(queue.batchSize(), QueuePoller.MAX_BATCH),
                concurrency,
                event -> functions.invoke(definition, event));
    }

    private void writeRuntimeFile(int httpPort) {
        new RuntimeFile(
                        ProcessHandle.current().pid(),
                        setting.command(),
                        Clocks.real().instant(),
                        httpPort,
                        endpoints.jdbcUrl(),
                        endpoints.queues(),
                        endpoints.bus(),
                        setting.standsAt(),
                        setting.bundle())
                .write(setting.folder());
    }

    /**
     * What to run.
     *
     * @param command  up, demo, ingest …, for whoever finds the folder in use
     * @param standsAt the instant of a clock that is not the real one
     * @param bundle   where the data comes from, null where it does not matter
     * @param port     where the site will be; links in mails lead there
     */
    public record Setting(
            DataFolder folder,
            String command,
            Clock clock,
            @Nullable Instant standsAt,
            @Nullable String bundle,
            int port) {

        /** At the usual port. */
        public Setting(
                DataFolder folder, String command, Clock clock, @Nullable Instant standsAt, @Nullable String bundle) {
            this(folder, command, clock, standsAt, bundle, Endpoints.USUAL_SITE_PORT);
        }

        /** With the clock that the folder remembers. */
        public static Setting remembered(DataFolder folder, String command) {
            @Nullable Instant standsAt = RememberedClock.read(folder).orElse(null);
            return new Setting(folder, command, Clocks.beginningAt(standsAt), standsAt, null);
        }
    }
}
