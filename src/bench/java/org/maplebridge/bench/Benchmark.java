package org.maplebridge.bench;

import java.io.PrintStream;

/// One thing that can be measured. A class in this package or below that implements it, with a constructor without
/// arguments, is found by itself.
public interface Benchmark {

    /// The word after `./maplebridge bench`.
    String name();

    /// What is measured and which options there are, in Chinese, on one line.
    String about();

    /// Measures. Progress goes to `progress`, the figures into the result.
    Result run(Options options, PrintStream progress) throws Exception;
}
