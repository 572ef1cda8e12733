package org.maplebridge.kernel.ground;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Reads the days that stand in addresses: one way of writing them, whatever language a browser speaks, and none out of
/// reach; see [AskedDay].
@Configuration(proxyBeanMethods = false)
class AskedDays implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new Reading());
    }

    private static final class Reading implements Converter<String, LocalDate> {

        /// Nothing said is nothing asked.
        @Override
        public @Nullable LocalDate convert(String said) {
            if (said.isBlank()) {
                return null;
            }
            var day = LocalDate.parse(said.strip());
            if (!AskedDay.reached(day)) {
                throw new DateTimeException("no day to count with: " + day);
            }
            return day;
        }
    }
}
