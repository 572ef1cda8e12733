package org.maplebridge;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The methods of a Java source, as the compiler's parser sees them.
final class JavaMethods {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /// One for all: to make it takes longer than to parse a file.
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private static final List<String> NO_PROCESSORS = List.of("-proc:none");

    private JavaMethods() {}

    /// Where a method stands.
    record Method(int firstLine, int lastLine) {}

    static List<Method> of(Tidy.Source source) {
        var task = (JavacTask) COMPILER.getTask(null, FILES, null, NO_PROCESSORS, null, List.of(file(source)));
        var found = new ArrayList<Method>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                new Finder(unit, task, found).scan(unit, null);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return found;
    }

    private static JavaFileObject file(Tidy.Source source) {
        return new SimpleJavaFileObject(URI.create("tidy:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreErrors) {
                return source.text();
            }
        };
    }

    private static final class Finder extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final JavacTask task;
        private final List<Method> found;

        Finder(CompilationUnitTree unit, JavacTask task, List<Method> found) {
            this.unit = unit;
            this.task = task;
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
            var places = Trees.instance(task).getSourcePositions();
            var lines = unit.getLineMap();
            long start = places.getStartPosition(unit, method);
            long end = places.getEndPosition(unit, method);
            if (start >= 0 && end >= 0) {
                found.add(new Method((int) lines.getLineNumber(start), (int) lines.getLineNumber(end)));
            }
            return super.visitMethod(method, null);
        }
    }
}
