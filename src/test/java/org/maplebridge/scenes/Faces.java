package org.maplebridge.scenes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.maplebridge.kernel.matters.Lifecycle;
import org.maplebridge.kernel.matters.Scene;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.modulith.ApplicationModule;

/// Every scene on the class path, found by its mark; and files that the code draws and tests compare.
public final class Faces {

    private static final boolean UPDATE = Boolean.getBoolean("maple.update");

    private Faces() {}

    static List<Class<?>> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Scene.class));
        return scanner.findCandidateComponents("org.maplebridge.scenes").stream()
                .<Class<?>>map(found -> type(Objects.requireNonNull(found.getBeanClassName())))
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /// The name at the wire, such as `stretch.relay`.
    static String name(Class<?> face) {
        var door = Objects.requireNonNull(face.getPackage().getAnnotation(ApplicationModule.class));
        return door.id().replace('/', '.');
    }

    static Lifecycle<?> life(Class<?> face) {
        try {
            var field = Objects.requireNonNull(face.getAnnotation(Scene.class))
                    .value()
                    .getDeclaredField("LIFE");
            field.setAccessible(true);
            return (Lifecycle<?>) Objects.requireNonNull(field.get(null));
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// What the repository holds; with `-Dmaple.update=true` what is drawn is written first.
    public static String kept(Path file, String drawn) {
        try {
            if (UPDATE) {
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.writeString(file, drawn);
            }
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
