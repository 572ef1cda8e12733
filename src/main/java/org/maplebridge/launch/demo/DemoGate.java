package org.maplebridge.launch.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.launch.demo.life.LifeWire;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// While a demo folder lives its past, its clock runs through days in seconds: whoever comes is told how far it is and
/// asked to wait, and nobody changes what happens. It only shuts out; who passes goes through every other door.
@Component
@ConditionalOnBooleanProperty("maple.demo")
final class DemoGate implements WebMvcConfigurer, HandlerInterceptor {

    private static final String FRONT = "/api/public/about";
    private static final int SECONDS = 3;

    private final DemoPast past;

    DemoGate(DemoPast past) {
        this.past = past;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var far = past.far();
        if (far.isEmpty()
                || !(handler instanceof HandlerMethod)
                || request.getRequestURI().equals(FRONT)
                || past.passes(request.getHeader(LifeWire.PASS))) {
            return true;
        }
        throw new Refused(
                Problem.of(
                                503,
                                "demo-past",
                                "演示县正在过它的往日",
                                "第 " + far.get().day() + " 天，共 " + far.get().days() + " 天。过完就可以登录、办事。")
                        .withRule("demo.past")
                        .withNext("稍等，首页上看得到过到哪一天。"),
                SECONDS);
    }
}
