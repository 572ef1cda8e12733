package org.maplebridge.kernel.staff.scim;

import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Problem;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Whatever is refused below the address of SCIM, by whomever, is refused in its words.
@RestControllerAdvice
class InScim implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof Problem problem) || !request.getURI().getPath().startsWith("/api/scim/")) {
            return body;
        }
        var error = ScimError.of(problem);
        response.setStatusCode(HttpStatusCode.valueOf(error.code()));
        response.getHeaders().setContentType(MediaType.parseMediaType(Scim.MEDIA));
        if (error.code() == 401) {
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"scim\"");
        }
        return error;
    }
}
