package org.maplebridge.kernel.ground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// Master keys from a program of one's own, which asks a key management system or an HSM and prints a line `number
/// base64url` for each generation. The keys stay in memory only.
final class CommandKeys implements KeySource {

    private static final long PATIENCE_SECONDS = 30;

    private final String command;

    CommandKeys(String command) {
        this.command = command;
    }

    @Override
    public SortedMap<Integer, byte[]> read() {
        var keys = new TreeMap<Integer, byte[]>();
        try {
            for (var line : lines()) {
                var parts = line.strip().split("\\s+", -1);
                var secret = Base64.getUrlDecoder().decode(parts[1]);
                if (secret.length != Sm3.LENGTH) {
                    throw new IllegalArgumentException("length");
                }
                keys.put(Integer.parseInt(parts[0]), secret);
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw new Unready("取主密钥的程序答得不对：" + command + "\n  每行应是：代次、空格、" + Sm3.LENGTH + " 字节的 base64url。");
        }
        if (keys.isEmpty()) {
            throw new Unready("取主密钥的程序一把也没有给：" + command);
        }
        return keys;
    }

    private List<String> lines() {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new Unready("取主密钥的程序没有成功：" + command);
            }
            return said.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException failed) {
            throw new Unready("取主密钥的程序不能运行：" + command + "（" + failed.getMessage() + "）");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Unready("取主密钥时被中断：" + command);
        }
    }

    @Override
    public void add(int no, byte[] secret) {
        throw new Unready("密钥由 " + command + " 提供，请在那边加第 " + no + " 代，再执行一次。");
    }

    @Override
    public String place() {
        return command;
    }
}
