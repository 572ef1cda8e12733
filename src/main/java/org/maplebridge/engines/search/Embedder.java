package org.maplebridge.engines.search;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;

/// Turns text into a vector of 512 numbers, of length one, such that texts of like meaning lie near each other. Safe
/// for several threads, each of which computes by itself.
///
/// Source: the model bge-small-zh-v1.5 (BAAI, MIT), in eight bits, as packed by LangChain4j (Apache-2.0).
public final class Embedder implements AutoCloseable {

    /// Numbers in a vector.
    public static final int SIZE = 512;

    private static final String MODEL = "bge-small-zh-v1.5-q.onnx";
    private static final String WORDS = "bge-small-zh-v1.5-q-tokenizer.json";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final WordPieces pieces;
    private final OrtSession session;
    private final int most;

    /// @param most pieces of a text that are read, some two for three signs of Latin script, one for each Chinese sign
    public Embedder(int most) {
        this.most = most;
        pieces = WordPieces.from(WORDS);
        try (var options = new OrtSession.SessionOptions();
                InputStream model = Embedder.class.getClassLoader().getResourceAsStream(MODEL)) {
            if (model == null) {
                throw new IllegalStateException("the sentence model is missing: " + MODEL);
            }
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model.readAllBytes(), options);
        } catch (OrtException broken) {
            throw new IllegalStateException("the sentence model can't be opened", broken);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /// The vector of a text.
    public float[] embed(String text) {
        return embed(List.of(text))[0];
    }

    /// The vectors of texts, in their order. Fastest when they are of like length.
    public float[][] embed(List<String> texts) {
        var cut = texts.stream().map(text -> pieces.cut(text, most)).toArray(long[][]::new);
        int longest = 0;
        for (var one : cut) {
            longest = Math.max(longest, one.length);
        }
        var ids = LongBuffer.allocate(cut.length * longest);
        var mask = LongBuffer.allocate(cut.length * longest);
        var types = LongBuffer.allocate(cut.length * longest);
        for (int row = 0; row < cut.length; row++) {
            for (int at = 0; at < cut[row].length; at++) {
                ids.put(row * longest + at, cut[row][at]);
                mask.put(row * longest + at, 1);
            }
        }
        long[] shape = {cut.length, longest};
        try (var idTensor = OnnxTensor.createTensor(environment, ids, shape);
                var maskTensor = OnnxTensor.createTensor(environment, mask, shape);
                var typeTensor = OnnxTensor.createTensor(environment, types, shape);
                var result = session.run(
                        Map.of("input_ids", idTensor, "attention_mask", maskTensor, "token_type_ids", typeTensor))) {
            return firsts((OnnxTensor) result.get(0), cut.length, longest);
        } catch (OrtException broken) {
            throw new IllegalStateException("the sentence model failed", broken);
        }
    }

    /// The vector of the first piece stands for the whole text.
    private static float[][] firsts(OnnxTensor states, int rows, int longest) {
        var all = states.getFloatBuffer();
        var vectors = new float[rows][SIZE];
        for (int row = 0; row < rows; row++) {
            all.get(row * longest * SIZE, vectors[row]);
            unit(vectors[row]);
        }
        return vectors;
    }

    /// Brings a vector to length one.
    static void unit(float[] vector) {
        double sum = 0;
        for (float part : vector) {
            sum += part * part;
        }
        var scale = (float) (1 / Math.sqrt(Math.max(sum, 1e-12)));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException broken) {
            throw new IllegalStateException("the sentence model can't be closed", broken);
        }
    }
}
