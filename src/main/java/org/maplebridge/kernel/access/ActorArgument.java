package org.maplebridge.kernel.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Hands the actor, and within this module the identity, to the controller that asks for it.
@Component
final class ActorArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == Actor.class || type == Identity.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var name = parameter.getParameterType() == Actor.class ? Doorkeeper.ACTOR : Doorkeeper.IDENTITY;
        var servlet = request.getNativeRequest(HttpServletRequest.class);
        var held = servlet == null ? null : servlet.getAttribute(name);
        if (held == null) {
            throw new IllegalStateException("the door was not passed");
        }
        return held;
    }
}
