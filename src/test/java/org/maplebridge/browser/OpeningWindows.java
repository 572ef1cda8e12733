package org.maplebridge.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Gives a test its windows and closes them after it. Without the built pages or a browser nothing can be tested: with
/// `-Dweb.skip` the tests are then left out and say why, in a whole run they fail.
final class OpeningWindows implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(OpeningWindows.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        var missing = missing();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("pages and browser are there");
        }
        if (Boolean.getBoolean("maple.web.skip")) {
            return ConditionEvaluationResult.disabled(missing.get());
        }
        throw new IllegalStateException(missing.get());
    }

    private static Optional<String> missing() {
        if (Chromium.place().isEmpty()) {
            return Optional.of("没有 Chromium，测不了网页：apt-get install chromium fonts-noto-cjk");
        }
        var needed = List.of(Path.of("target/classes/static/index.html"), Axe.SCRIPT);
        return needed.stream()
                .filter(file -> !Files.exists(file))
                .findFirst()
                .map(file -> "没有 " + file + "，测不了网页：先不带 -Dweb.skip 构建一次");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType().equals(Windows.class);
    }

    @Override
    public Windows resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(OURS).computeIfAbsent(Windows.class, key -> new Windows(port(test)), Windows.class);
    }

    private static int port(ExtensionContext test) {
        return SpringExtension.getApplicationContext(test)
                .getEnvironment()
                .getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var windows = test.getStore(OURS).remove(Windows.class, Windows.class);
        if (windows != null) {
            windows.close(test.getDisplayName(), test.getExecutionException().isPresent());
        }
    }
}
