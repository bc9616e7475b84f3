package io.lumia.platform.metrics;

import io.lumia.platform.lambda.FunctionDefinition;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A folder of {@code functions/}: taken from its definition, or from what Lambda calls the process. */
public final class FunctionName implements Label {

    /** Where this process belongs to no function. */
    public static final FunctionName NONE = new FunctionName("none");

    private static final String VARIABLE = "AWS_LAMBDA_FUNCTION_NAME";
    /** As infra-cdk names them: {@code lumia-<stage>-<name>}. */
    private static final Pattern DEPLOYED = Pattern.compile("lumia-([a-z0-9]+)-([a-z][a-z0-9-]{0,39})");

    private final String value;

    private FunctionName(String value) {
        this.value = value;
    }

    public static FunctionName of(FunctionDefinition definition) {
        return new FunctionName(definition.name());
    }

    /** Of the Lambda process that this is; {@link #NONE} where it is none. */
    public static FunctionName ofProcess() {
        return of(System.getenv());
    }

    /** The stage that this Lambda process belongs to; empty where it is none. */
    public static String stageOfProcess() {
        Matcher name = DEPLOYED.matcher(deployedAs(System.getenv()));
        return name.matches() ? name.group(1) : "";
    }

    static FunctionName of(Map<String, String> environment) {
        Matcher name = DEPLOYED.matcher(deployedAs(environment));
        return name.matches() ? new FunctionName(name.group(2)) : NONE;
    }

    private static String deployedAs(Map<String, String> environment) {
        @Nullable String name = environment.get(VARIABLE);
        return name == null ? "" : name;
    }

    @Override
    public LabelKey key() {
        return LabelKey.FUNCTION;
    }

    @Override
    public String value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FunctionName name && name.value.equals(value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
