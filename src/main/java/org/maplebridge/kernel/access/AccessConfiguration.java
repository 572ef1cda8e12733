package org.maplebridge.kernel.access;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the doorkeeper in front of everything.
@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {

    private final Doorkeeper doorkeeper;
    private final Pace pace;
    private final ActorArgument actors;

    AccessConfiguration(Doorkeeper doorkeeper, Pace pace, ActorArgument actors) {
        this.doorkeeper = doorkeeper;
        this.pace = pace;
        this.actors = actors;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(pace.byAddress()).order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(doorkeeper).order(Ordered.HIGHEST_PRECEDENCE + 1);
        registry.addInterceptor(pace.byPerson()).order(Ordered.HIGHEST_PRECEDENCE + 2);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(actors);
    }
}
