package org.maplebridge.engines.search;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Learns the matrix that turns a question's vector towards the articles that answer it: softmax over the answers, what
/// lies nearest and what answered other questions; Adam; a little forgetting.
final class AdapterTraining {

    private static final int SIZE = Embedder.SIZE;
    private static final double HEAT = .03;
    private static final double STEP = 3e-4;
    private static final double FORGET = 2e-3;
    private static final int BATCH = 16;

    /// @param question its vector
    /// @param right vectors of the articles that answer
    /// @param wrong vectors of articles that lie near and don't
    @SuppressWarnings("ArrayRecordComponent")
    record Lesson(float[] question, List<float[]> right, List<float[]> wrong) {}

    private final float[] matrix = new float[SIZE * SIZE];
    private final float[] first = new float[SIZE * SIZE];
    private final float[] second = new float[SIZE * SIZE];
    private final float[] slope = new float[SIZE * SIZE];
    private int steps;

    /// @param common articles that answered any question: wrong for all others
    static float[] learn(List<Lesson> lessons, List<float[]> common, int epochs, long seed) {
        var training = new AdapterTraining();
        var order = new Integer[lessons.size()];
        Arrays.setAll(order, i -> i);
        var random = new Random(seed);
        for (int epoch = 0; epoch < epochs; epoch++) {
            java.util.Collections.shuffle(Arrays.asList(order), random);
            for (int from = 0; from < order.length; from += BATCH) {
                int to = Math.min(order.length, from + BATCH);
                Arrays.fill(training.slope, 0);
                for (int i = from; i < to; i++) {
                    training.add(lessons.get(order[i]), common);
                }
                training.step(to - from);
            }
        }
        return training.matrix;
    }

    private void add(Lesson lesson, List<float[]> common) {
        var question = lesson.question();
        var turned = new float[SIZE];
        for (int row = 0; row < SIZE; row++) {
            turned[row] = question[row] + dot(matrix, row * SIZE, question);
        }
        double length = Math.sqrt(dot(turned, 0, turned));
        Embedder.unit(turned);
        int rights = lesson.right().size();
        int all = rights + lesson.wrong().size() + common.size();
        var weights = new double[all];
        double most = -9;
        for (int i = 0; i < all; i++) {
            weights[i] = dot(vector(lesson, common, i), 0, turned) / HEAT;
            boolean twice = i >= rights + lesson.wrong().size() && isRight(lesson, vector(lesson, common, i));
            weights[i] = twice ? -99 : weights[i];
            most = Math.max(most, weights[i]);
        }
        double sum = 0;
        for (int i = 0; i < all; i++) {
            weights[i] = Math.exp(weights[i] - most);
            sum += weights[i];
        }
        var pull = new float[SIZE];
        for (int i = 0; i < all; i++) {
            double share = weights[i] / sum - (i < rights ? 1.0 / rights : 0);
            if (Math.abs(share) > 1e-5) {
                var vector = vector(lesson, common, i);
                for (int k = 0; k < SIZE; k++) {
                    pull[k] += (float) (share * vector[k] / HEAT);
                }
            }
        }
        float along = dot(pull, 0, turned);
        for (int row = 0; row < SIZE; row++) {
            float by = (float) ((pull[row] - along * turned[row]) / length);
            for (int k = 0; k < SIZE; k++) {
                slope[row * SIZE + k] += by * question[k];
            }
        }
    }

    /// The vector itself, not one like it.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isRight(Lesson lesson, float[] vector) {
        return lesson.right().stream().anyMatch(right -> right == vector);
    }

    private static float[] vector(Lesson lesson, List<float[]> common, int i) {
        int rights = lesson.right().size();
        if (i < rights) {
            return lesson.right().get(i);
        }
        int wrongs = lesson.wrong().size();
        return i < rights + wrongs ? lesson.wrong().get(i - rights) : common.get(i - rights - wrongs);
    }

    private void step(int batch) {
        steps++;
        double one = 1 - Math.pow(.9, steps);
        double two = 1 - Math.pow(.999, steps);
        for (int i = 0; i < matrix.length; i++) {
            float by = slope[i] / batch;
            first[i] = .9f * first[i] + .1f * by;
            second[i] = .999f * second[i] + .001f * by * by;
            matrix[i] -= (float) (STEP * (first[i] / one / (Math.sqrt(second[i] / two) + 1e-8) + FORGET * matrix[i]));
        }
    }

    private static float dot(float[] many, int from, float[] one) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = 0; i < SIZE; i += 4) {
            a += many[from + i] * one[i];
            b += many[from + i + 1] * one[i + 1];
            c += many[from + i + 2] * one[i + 2];
            d += many[from + i + 3] * one[i + 3];
        }
        return a + b + c + d;
    }
}
