package org.maplebridge.kernel.ground;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Reads the days that stand in addresses: one way of writing them, whatever language a browser speaks, and none out of
/// reach; see [AskedDay].
@Configuration(proxyBeanMethods = false)
class AskedDays implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addParser(new Reading());
    }

    /// Is asked only where something was said.
    private static final class Reading implements Parser<LocalDate> {
        @Override
        public LocalDate parse(String said, Locale locale) {
            var day = LocalDate.parse(said.strip());
            if (!AskedDay.reached(day)) {
                throw new DateTimeException("no day to count with: " + day);
            }
            return day;
        }
    }
}
