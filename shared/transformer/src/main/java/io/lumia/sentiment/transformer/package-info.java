/**
 * The model that reads a text: an ONNX file run by DJL on one thread.
 *
 * <p>{@link io.lumia.sentiment.transformer.TransformerModels} loads a model once per process, from a folder that the
 * configuration names or from the one that ships ({@code fin-sentiment}, unpacked by {@link
 * io.lumia.sentiment.transformer.BundledModel}). {@link io.lumia.sentiment.transformer.ModelFolder} reads and verifies
 * the folder, {@link io.lumia.sentiment.transformer.TextTokenizer} makes tokens of texts, {@link
 * io.lumia.sentiment.transformer.TransformerModel} sorts them by length, runs them in batches and answers in the order
 * asked. Probabilities are the model's own here; what makes them honest is in {@code calibration}.
 */
@NullMarked
package io.lumia.sentiment.transformer;

import org.jspecify.annotations.NullMarked;
