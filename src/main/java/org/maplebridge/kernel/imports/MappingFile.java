package org.maplebridge.kernel.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.maplebridge.kernel.ground.Canonical;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;

/// A mapping as a file of its own.
final class MappingFile {

    private MappingFile() {}

    static String text(Mapping mapping) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        var tree = Canonical.MAPPER.convertValue(mapping, Map.class);
        return new Yaml(options).dump(tree);
    }

    /// @throws Unreadable if it says something else
    static Mapping read(Path file) {
        try {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            return Canonical.MAPPER.convertValue(tree, Mapping.class);
        } catch (IOException | YAMLException | JacksonException | IllegalArgumentException unreadable) {
            throw new Unreadable("读不了对应关系：" + file + "。请从页面导出一份，照样改。");
        }
    }
}
