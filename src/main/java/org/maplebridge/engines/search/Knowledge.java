package org.maplebridge.engines.search;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was learned from questions that people had answered with articles: how a question's vector is turned towards
/// its answers, what was asked before, and which articles answered. Of the questions only vectors are kept, not
/// their words.
final class Knowledge {

    private static final int FORM = 2;

    private final float[] adapter;
    private final List<Asked> asked;
    private final float[][] turned;
    private final Map<String, List<Integer>> citing = new HashMap<>();
    private final Map<String, Integer> citingLaw = new HashMap<>();

    /// One question that was answered.
    ///
    /// @param keys of the articles that answer it, see [Entry#key]
    @SuppressWarnings("ArrayRecordComponent")
    record Asked(float[] vector, List<String> keys) {}

    /// @param adapter 512 × 512, by rows; empty for none
    Knowledge(float[] adapter, List<Asked> asked) {
        this.adapter = adapter;
        this.asked = asked;
        turned = asked.stream().map(one -> turn(one.vector())).toArray(float[][]::new);
        for (int i = 0; i < asked.size(); i++) {
            for (var key : asked.get(i).keys()) {
                citing.computeIfAbsent(key, any -> new ArrayList<>()).add(i);
                citingLaw.merge(lawOf(key), 1, Integer::sum);
            }
        }
    }

    static Knowledge none() {
        return new Knowledge(new float[0], List.of());
    }

    Knowledge with(float[] other) {
        return new Knowledge(other, asked);
    }

    static String lawOf(String key) {
        return key.substring(0, key.indexOf('/'));
    }

    /// The turned vector of a question answered before.
    float[] turned(int i) {
        return turned[i];
    }

    List<Asked> asked() {
        return asked;
    }

    /// Which questions an article answered.
    List<Integer> citing(String key) {
        return citing.getOrDefault(key, List.of());
    }

    /// All articles that ever answered.
    Iterable<String> cited() {
        return citing.keySet();
    }

    /// How often a law answered.
    int citingLaw(String law) {
        return citingLaw.getOrDefault(law, 0);
    }

    /// The question's vector, turned towards its answers.
    float[] turn(float[] vector) {
        var turned = vector.clone();
        if (adapter.length > 0) {
            for (int row = 0; row < Embedder.SIZE; row++) {
                turned[row] += dot(adapter, row * Embedder.SIZE, vector);
            }
            Embedder.unit(turned);
        }
        return turned;
    }

    private static float dot(float[] many, int from, float[] one) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = 0; i < one.length; i += 4) {
            a += many[from + i] * one[i];
            b += many[from + i + 1] * one[i + 1];
            c += many[from + i + 2] * one[i + 2];
            d += many[from + i + 3] * one[i + 3];
        }
        return a + b + c + d;
    }

    /// The cosine of two vectors of length one.
    static float dot(float[] one, float[] other) {
        return other.length == 0 ? 0 : dot(one, 0, other);
    }

    void write(OutputStream to) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(to))) {
            out.writeInt(FORM);
            write(out, adapter);
            out.writeInt(asked.size());
            for (var one : asked) {
                write(out, one.vector());
                out.writeShort(one.keys().size());
                for (var key : one.keys()) {
                    out.writeUTF(key);
                }
            }
        }
    }

    static Knowledge read(InputStream from) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(from))) {
            if (in.readInt() != FORM) {
                throw new IOException("knowledge of another form");
            }
            var adapter = floats(in);
            var asked = new ArrayList<Asked>();
            for (int left = in.readInt(); left > 0; left--) {
                var vector = floats(in);
                var keys = new ArrayList<String>();
                for (int more = in.readShort(); more > 0; more--) {
                    keys.add(in.readUTF());
                }
                asked.add(new Asked(vector, List.copyOf(keys)));
            }
            return new Knowledge(adapter, List.copyOf(asked));
        }
    }

    /// In half precision.
    private static void write(DataOutputStream out, float[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (float number : numbers) {
            out.writeShort(Float.floatToFloat16(number));
        }
    }

    private static float[] floats(DataInputStream in) throws IOException {
        var numbers = new float[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.float16ToFloat(in.readShort());
        }
        return numbers;
    }
}
