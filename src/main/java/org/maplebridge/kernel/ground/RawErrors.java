package org.maplebridge.kernel.ground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Answers what the server refuses before any of us has seen it, an address that is no address, in our words.
final class RawErrors extends ErrorReportValve {

    private static final int FAULT = 400;

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < FAULT || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var problem = Problem.of(status, "refused", "这个请求办不了", "请求的写法不对，或者服务器没能办成；什么也没有改动。")
                .withRule("ground.request")
                .withNext("回到首页重新打开；还是不行，请把时间告诉管理员。");
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(Canonical.text(problem).getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // whoever asked has left, or an answer has begun
            container.getLogger().debug("no answer could be given", gone);
        }
    }

    /// Puts it behind the server's own, so that it is asked first.
    @Component
    @Order(Ordered.LOWEST_PRECEDENCE)
    static final class Installed implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new RawErrors()));
        }
    }
}
