package org.maplebridge.kernel.ground;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/// Serves the pages. Their addresses are the browser's own business: whatever is neither a file nor the API opens
/// the one page that knows them.
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    private static final String PAGE = "index.html";

    /// What the build names by its content never changes; the page itself is new each time, since its [Nonce] is.
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations("classpath:/static/")
                .setUseLastModified(false)
                .setCacheControl(CacheControl.noStore())
                .resourceChain(false)
                .addResolver(new OnePage())
                .addTransformer(new Signed());
    }

    private static final class OnePage extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            var file = super.getResource(path, location);
            // an address of a page may end in a name with dots, such as that of a figure
            boolean named = !path.startsWith("desk/")
                    && path.substring(path.lastIndexOf('/') + 1).contains(".");
            boolean page = !path.startsWith("api/") && !named;
            return file == null && page ? super.getResource(PAGE, location) : file;
        }
    }

    /// Writes the word of the request into the page.
    private static final class Signed implements ResourceTransformer {
        @Override
        public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
                throws IOException {
            var next = chain.transform(request, resource);
            if (!PAGE.equals(next.getFilename())) {
                return next;
            }
            var page = next.getContentAsString(StandardCharsets.UTF_8).replace(Nonce.PLACE, Nonce.of(request));
            return new TransformedResource(next, page.getBytes(StandardCharsets.UTF_8));
        }
    }
}
