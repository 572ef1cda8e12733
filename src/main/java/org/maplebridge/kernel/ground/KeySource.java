package org.maplebridge.kernel.ground;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/// Where the master keys lie, outside the database: the port for a folder, a key store, or whatever a key management
/// system is reached by.
public interface KeySource {

    /// Every generation that is there, 32 bytes each.
    ///
    /// @throws Unready naming the place, if they can't be read
    SortedMap<Integer, byte[]> read();

    /// Puts a new generation there, whole or not at all.
    ///
    /// @throws Unready if this source is read only: whoever keeps it adds the key there
    void add(int no, byte[] secret);

    /// Where that is, for messages.
    String place();

    /// The source that the environment names: `MAPLEBRIDGE_KEY_COMMAND`, `MAPLEBRIDGE_KEYSTORE`,
    /// `MAPLEBRIDGE_MASTER_KEY_FILE`, or else the folder.
    static KeySource of(Path folder, Map<String, String> environment) {
        var command = environment.getOrDefault("MAPLEBRIDGE_KEY_COMMAND", "");
        if (!command.isBlank()) {
            return new CommandKeys(command);
        }
        var store = environment.getOrDefault("MAPLEBRIDGE_KEYSTORE", "");
        if (!store.isBlank()) {
            var password = environment.getOrDefault("MAPLEBRIDGE_KEYSTORE_PASSWORD_FILE", "");
            return new KeyStoreKeys(Path.of(store), Path.of(password.isBlank() ? store + ".password" : password));
        }
        var file = environment.getOrDefault("MAPLEBRIDGE_MASTER_KEY_FILE", "");
        return new FolderKeys(file.isBlank() ? folder.resolve("master.key") : Path.of(file));
    }
}
