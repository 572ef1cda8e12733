package org.maplebridge.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;

/// Runs one benchmark: figures for people, then one JSON object as the last line.
public final class Bench {

    private static final String WHERE = "classpath*:org/maplebridge/bench/**/*.class";

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(run(Arrays.asList(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        var benchmarks = found();
        if (arguments.isEmpty() || arguments.getFirst().equals("--list")) {
            benchmarks.forEach(benchmark -> out.printf("%-12s %s%n", benchmark.name(), benchmark.about()));
            return arguments.isEmpty() ? 2 : 0;
        }
        var name = arguments.getFirst();
        var wanted = benchmarks.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst();
        if (wanted.isEmpty()) {
            err.println("没有叫 " + name + " 的测量；./maplebridge bench --list 列出全部。");
            return 2;
        }
        var result = wanted.get().run(Options.of(arguments.subList(1, arguments.size())), err);
        result.figures().forEach((figure, value) -> out.printf("%-24s %s%n", figure, value));
        out.println(result.json(name));
        return result.good() ? 0 : 1;
    }

    private static List<Benchmark> found() throws IOException, ReflectiveOperationException {
        var classes = new CachingMetadataReaderFactory();
        var all = new ArrayList<Benchmark>();
        for (var file : new PathMatchingResourcePatternResolver().getResources(WHERE)) {
            var metadata = classes.getMetadataReader(file).getClassMetadata();
            var is = Arrays.asList(metadata.getInterfaceNames()).contains(Benchmark.class.getName());
            if (is && metadata.isConcrete()) {
                var constructor = Class.forName(metadata.getClassName()).getDeclaredConstructor();
                constructor.setAccessible(true);
                all.add((Benchmark) constructor.newInstance());
            }
        }
        all.sort(Comparator.comparing(Benchmark::name));
        return all;
    }
}
