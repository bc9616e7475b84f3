package io.lumia.sentiment.transformer;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.sentiment.SentimentModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The models of this process, each loaded once however many callers ask: loading costs about a second and 100 MB. They
 * live as long as the process, so a warm function finds its model loaded. A load that failed is tried again by the next
 * caller.
 */
public final class TransformerModels {

    private static final Map<TransformerSettings, TransformerModel> LOADED = new HashMap<>();

    private TransformerModels() {}

    /** The model, loaded now if nobody has; others who ask meanwhile wait for it. */
    public static SentimentModel shared(TransformerSettings settings) {
        synchronized (LOADED) {
            TransformerModel model = LOADED.get(settings);
            if (model == null) {
                model = load(settings);
                LOADED.put(settings, model);
            }
            return model;
        }
    }

    /** Loaded for this caller alone, who closes it: for tests and for comparing models. */
    static TransformerModel load(TransformerSettings settings) {
        prepareRuntime(settings.cache());
        ModelFolder folder =
                settings.folder().map(ModelFolder::open).orElseGet(() -> BundledModel.unpackedInto(settings.cache()));
        return TransformerModel.load(folder, settings.batchSize());
    }

    /**
     * DJL is told by system properties only. It would otherwise look for downloads, report its use to its makers and
     * write below the home folder, which a Lambda cannot. What the operator has set stays.
     */
    private static void prepareRuntime(Path cache) {
        try {
            Files.createDirectories(cache);
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "model cache %s cannot be made: %s".formatted(cache, e), e);
        }
        NativeTelemetry.disable();
        setIfAbsent("ai.djl.offline", "true");
        setIfAbsent("OPT_OUT_TRACKING", "true");
        setIfAbsent("DJL_CACHE_DIR", cache.toAbsolutePath().toString());
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
