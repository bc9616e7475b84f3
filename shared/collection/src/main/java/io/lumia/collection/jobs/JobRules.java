package io.lumia.collection.jobs;

import io.lumia.collection.Job;
import io.lumia.collection.JobMode;
import io.lumia.collection.JobSchedule;
import io.lumia.kernel.AppException;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.platform.lambda.CronSchedule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds everything that is wrong with a job, each fault with the path of its field, before anything is stored. */
public final class JobRules {

    public static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,47}");
    public static final int MAX_DESCRIPTION_CHARACTERS = 500;
    public static final int MAX_FALLBACKS = 5;
    public static final int MAX_PARENTS = 20;

    private final Map<String, Capabilities> webProviders;
    private final Set<String> otherProviders;
    private final Map<String, Job> others;

    /**
     * @param webProviders   what providers that are asked over HTTP declare
     * @param otherProviders names of providers that find out for themselves what they offer, such as {@code bundle}
     * @param jobs           all jobs there are; the one of the same name is about to be replaced
     */
    public JobRules(Collection<Capabilities> webProviders, Collection<String> otherProviders, Collection<Job> jobs) {
        this.webProviders =
                webProviders.stream().collect(Collectors.toMap(Capabilities::provider, Function.identity()));
        this.otherProviders = Set.copyOf(otherProviders);
        this.others = jobs.stream().collect(Collectors.toMap(Job::name, Function.identity()));
    }

    /**
     * Something wrong.
     *
     * @param path    such as {@code schedule.cron}
     * @param message names the value and what is allowed
     */
    public record Fault(String path, String message) {}

    /** Empty for a job that can run. */
    public List<Fault> faults(Job job) {
        Faults faults = new Faults();
        faults.unless(NAME.matcher(job.name()).matches(), "name", job.name(), NAME.pattern());
        faults.unless(
                job.description().length() <= MAX_DESCRIPTION_CHARACTERS,
                "description",
                job.description().length() + " characters",
                "at most " + MAX_DESCRIPTION_CHARACTERS);
        faults.unless(!job.datasets().isEmpty(), "datasets", "none", "at least one of " + codes());
        checkProviders(job, faults);
        checkSchedule(job, faults);
        checkParents(job, faults);
        checkMode(job, faults);
        return faults.found;
    }

    private void checkProviders(Job job, Faults faults) {
        faults.unless(
                job.fallbacks().size() <= MAX_FALLBACKS,
                "collector.fallbacks",
                job.fallbacks().size() + " providers",
                "at most " + MAX_FALLBACKS);
        faults.unless(
                new HashSet<>(job.providers()).size() == job.providers().size(),
                "collector.fallbacks",
                job.fallbacks(),
                "each provider once");
        for (int i = 0; i < job.providers().size(); i++) {
            String path = i == 0 ? "collector.provider" : "collector.fallbacks[%d]".formatted(i - 1);
            checkProvider(job, job.providers().get(i), path, faults);
        }
        Capabilities web = webProviders.get(job.provider());
        if (web != null) {
            faults.unless(
                    web.locations().allows(job.location()),
                    "collector.location",
                    job.location(),
                    web.locations().allowed());
            job.datasets().forEach(dataset -> checkSomebodyOffers(job, dataset, faults));
        } else {
            faults.unless(
                    job.fallbacks().isEmpty(), "collector.fallbacks", job.fallbacks(), "none beside " + job.provider());
        }
    }

    private void checkProvider(Job job, String provider, String path, Faults faults) {
        Capabilities declared = webProviders.get(provider);
        if (declared == null) {
            Set<String> known = new TreeSet<>(webProviders.keySet());
            known.addAll(otherProviders);
            boolean isFirstOfOthers = otherProviders.contains(provider) && provider.equals(job.provider());
            faults.unless(isFirstOfOthers, path, provider, String.join(", ", known));
            return;
        }
        boolean offersAny = job.datasets().stream()
                .anyMatch(dataset -> types(job).stream().anyMatch(type -> offers(declared, dataset, type)));
        faults.unless(
                offersAny,
                path,
                provider,
                "a provider that has %s of %s"
                        .formatted(
                                job.datasets().stream().map(Dataset::code).toList(),
                                types(job).stream()
                                        .map(type -> type.map(AssetType::code).orElse("anything"))
                                        .toList()));
    }

    /** Descriptions aside, which any row of prices may bring, each dataset needs a provider. */
    private void checkSomebodyOffers(Job job, Dataset dataset, Faults faults) {
        boolean offered = job.providers().stream()
                .map(webProviders::get)
                .filter(java.util.Objects::nonNull)
                .anyMatch(declared -> types(job).stream().anyMatch(type -> offers(declared, dataset, type)));
        faults.unless(offered, "datasets", dataset.code(), "what one of %s offers".formatted(job.providers()));
    }

    private static boolean offers(Capabilities declared, Dataset dataset, Optional<AssetType> type) {
        AssetType wanted = type.orElse(null);
        return (dataset == Dataset.ASSETS ? declared.offerOfAssets(wanted) : declared.offer(dataset, wanted))
                .isPresent();
    }

    private static List<Optional<AssetType>> types(Job job) {
        return job.assets().types().isEmpty()
                ? List.of(Optional.empty())
                : job.assets().types().stream().map(Optional::of).toList();
    }

    private static void checkSchedule(Job job, Faults faults) {
        switch (job.schedule()) {
            case JobSchedule.Cron cron -> {
                try {
                    CronSchedule.parse(cron.expression(), cron.zone());
                } catch (AppException e) {
                    faults.add("schedule.cron", e.getMessage());
                }
            }
            case JobSchedule.Interval _, JobSchedule.OnDemand _ -> {
                // checked where they are made
            }
        }
    }

    private void checkParents(Job job, Faults faults) {
        faults.unless(
                job.after().size() <= MAX_PARENTS, "after", job.after().size() + " jobs", "at most " + MAX_PARENTS);
        for (int i = 0; i < job.after().size(); i++) {
            String parent = job.after().get(i);
            faults.unless(
                    others.containsKey(parent) && !parent.equals(job.name()),
                    "after[%d]".formatted(i),
                    parent,
                    others.keySet().stream()
                            .filter(name -> !name.equals(job.name()))
                            .sorted()
                            .toList());
        }
        if (isReachable(job.name(), job.after(), new HashSet<>())) {
            faults.add(
                    "after",
                    "%s follows itself through %s; allowed: jobs that do not follow it"
                            .formatted(job.name(), job.after()));
        }
    }

    private boolean isReachable(String name, List<String> from, Set<String> seen) {
        for (String parent : from) {
            Job known = others.get(parent);
            if (known != null && seen.add(parent) && !parent.equals(name)) {
                if (known.after().contains(name) || isReachable(name, known.after(), seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void checkMode(Job job, Faults faults) {
        if (job.mode() instanceof JobMode.Batch && !(job.schedule() instanceof JobSchedule.OnDemand)) {
            faults.add(
                    "mode.kind",
                    "mode.kind is 'batch'; allowed: incremental for a job with a schedule, since a batch would ask for the same range again and again");
        }
    }

    private static String codes() {
        return java.util.Arrays.stream(Dataset.values()).map(Dataset::code).collect(Collectors.joining(", "));
    }

    /** Collects what is wrong. */
    private static final class Faults {

        private final List<Fault> found = new ArrayList<>();

        void unless(boolean holds, String path, Object value, Object allowed) {
            if (!holds) {
                add(
                        path,
                        AppException.invalid(path, value, String.valueOf(allowed))
                                .getMessage());
            }
        }

        void add(String path, String message) {
            found.add(new Fault(path, message));
        }
    }
}
