package org.maplebridge.kernel.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/// The data files that lie beside the code of kernel modules and scenes (`disputes.yml`): titles, roles,
/// parameters,
/// terms. Each section is read by the module that owns it; adding a file changes no other.
@Component
public final class DataFiles {

    private final List<DataFile> files;

    /// One data file.
    ///
    /// @param name the file's name without its ending, such as `disputes`
    /// @param content the whole file as a tree
    public record DataFile(String name, JsonNode content) {

        /// A section of the file; an empty node if it has none.
        public JsonNode section(String title) {
            return content.path(title);
        }
    }

    DataFiles() {
        this.files = read("classpath*:org/maplebridge/**/*.yml");
    }

    /// All files, in order of name.
    public List<DataFile> all() {
        return files;
    }

    private static List<DataFile> read(String pattern) {
        try {
            var found = new ArrayList<DataFile>();
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                found.add(parse(resource));
            }
            found.sort(Comparator.comparing(DataFile::name));
            return List.copyOf(found);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DataFile parse(Resource resource) throws IOException {
        var file = java.util.Objects.requireNonNull(resource.getFilename());
        try (var in = resource.getInputStream()) {
            Map<String, Object> content = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new DataFile(
                    file.substring(0, file.lastIndexOf('.')),
                    Canonical.MAPPER.valueToTree(content == null ? Map.of() : content));
        }
    }
}
