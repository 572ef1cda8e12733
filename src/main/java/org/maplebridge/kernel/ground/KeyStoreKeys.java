package org.maplebridge.kernel.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Master keys in a PKCS#12 store as secret-key entries `master-1`, `master-2`…; its password stands in a file of its
/// own. Whoever keeps the store adds keys with `keytool -genseckey -keyalg AES -keysize 256 -alias master-2`.
final class KeyStoreKeys implements KeySource {

    private static final String ALIAS = "master-";

    private final Path store;
    private final Path passwordFile;

    KeyStoreKeys(Path store, Path passwordFile) {
        this.store = store;
        this.passwordFile = passwordFile;
    }

    @Override
    public SortedMap<Integer, byte[]> read() {
        var keys = new TreeMap<Integer, byte[]>();
        char[] password = password();
        try (var stream = Files.newInputStream(store)) {
            var opened = KeyStore.getInstance("PKCS12");
            opened.load(stream, password);
            for (var alias : Collections.list(opened.aliases())) {
                if (alias.matches(ALIAS + "\\d{1,6}")) {
                    keys.put(
                            Integer.parseInt(alias.substring(ALIAS.length())),
                            opened.getKey(alias, password).getEncoded());
                }
            }
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new Unready("打不开密钥库：" + store + "（" + unreadable.getMessage() + "）");
        } finally {
            Arrays.fill(password, ' ');
        }
        boolean whole = keys.values().stream().allMatch(key -> key.length == Sm3.LENGTH);
        if (keys.isEmpty() || !whole) {
            throw new Unready("密钥库里没有可用的主密钥：" + store + "\n  应有名为 master-1、master-2 …的 256 位密钥。");
        }
        return keys;
    }

    private char[] password() {
        try {
            return Files.readString(passwordFile).strip().toCharArray();
        } catch (IOException unreadable) {
            throw new Unready("读不到密钥库的口令文件：" + passwordFile);
        }
    }

    @Override
    public void add(int no, byte[] secret) {
        throw new Unready("密钥在密钥库里，请由保管人加一把，再执行一次：\n  keytool -genseckey -keyalg AES -keysize 256 -storetype PKCS12"
                + " -keystore " + store + " -alias " + ALIAS + no);
    }

    @Override
    public String place() {
        return store.toString();
    }
}
