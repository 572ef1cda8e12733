package org.maplebridge.bench.search;

import java.io.PrintStream;
import org.maplebridge.bench.Benchmark;
import org.maplebridge.bench.Options;
import org.maplebridge.bench.Result;
import org.maplebridge.engines.search.SearchTrial;

/// How well and how fast articles are found for questions.
public final class SearchBench implements Benchmark {

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String about() {
        return SearchTrial.ABOUT;
    }

    @Override
    public Result run(Options options, PrintStream progress) throws Exception {
        var result = new Result();
        SearchTrial.run(options.named(), progress).forEach(result::put);
        return result;
    }
}
