package org.maplebridge.engines.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Trees of decisions over a row of numbers; what their leaves say is added up.
///
/// @param trees grown elsewhere
record Forest(List<Tree> trees) {

    /// One tree. A node asks whether a number is at most a bound: then to the left. A child below zero is the leaf
    /// `-child - 1`.
    @SuppressWarnings("ArrayRecordComponent")
    record Tree(int[] numbers, float[] bounds, int[] left, int[] right, float[] leaves) {

        float of(float[] row) {
            int at = numbers.length == 0 ? -1 : 0;
            while (at >= 0) {
                at = row[numbers[at]] <= bounds[at] ? left[at] : right[at];
            }
            return leaves[-at - 1];
        }
    }

    float of(float[] row) {
        float sum = 0;
        for (var tree : trees) {
            sum += tree.of(row);
        }
        return sum;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(trees.size());
        for (var tree : trees) {
            out.writeShort(tree.numbers().length);
            for (int i = 0; i < tree.numbers().length; i++) {
                out.writeByte(tree.numbers()[i]);
                out.writeFloat(tree.bounds()[i]);
                out.writeShort(tree.left()[i]);
                out.writeShort(tree.right()[i]);
            }
            for (float leaf : tree.leaves()) {
                out.writeFloat(leaf);
            }
        }
    }

    static Forest read(DataInputStream in) throws IOException {
        var trees = new ArrayList<Tree>();
        for (int more = in.readInt(); more > 0; more--) {
            int nodes = in.readUnsignedShort();
            var tree = new Tree(new int[nodes], new float[nodes], new int[nodes], new int[nodes], new float[nodes + 1]);
            for (int i = 0; i < nodes; i++) {
                tree.numbers()[i] = in.readUnsignedByte();
                tree.bounds()[i] = in.readFloat();
                tree.left()[i] = in.readShort();
                tree.right()[i] = in.readShort();
            }
            for (int i = 0; i <= nodes; i++) {
                tree.leaves()[i] = in.readFloat();
            }
            trees.add(tree);
        }
        return new Forest(List.copyOf(trees));
    }
}
