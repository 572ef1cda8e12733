package org.maplebridge.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Walks every endpoint that is asked about a day: one that is none, or that no calendar reaches, is named, and never
/// ends in a fault of the program.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskedDaysTest {

    private static final String ID = "0198c000-0000-7000-8000-000000000001";

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    ApplicationContext context;

    private Wire officer = new Wire(0);
    private List<Asked> asked = List.of();

    /// An address up to the name of the day that it asks for.
    private record Asked(String address, String name) {

        String about(String day) {
            return address + (address.contains("?") ? "&" : "?") + name + "="
                    + URLEncoder.encode(day, StandardCharsets.UTF_8);
        }
    }

    @BeforeAll
    void walk() {
        var doors = context
                .getBean("requestMappingHandlerMapping", RequestMappingInfoHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(door -> door.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .toList();
        asked = doors.stream()
                .flatMap(door -> days(door.getValue())
                        .flatMap(day -> addresses(door.getKey())
                                .map(address -> new Asked(address + words(door.getValue()), day.getName()))))
                .toList();
        var roles = doors.stream()
                .flatMap(door -> Optional.ofNullable(door.getValue().getMethodAnnotation(Allowed.class)).stream())
                .flatMap(allowed -> Arrays.stream(allowed.roles()))
                .distinct()
                .toArray(String[]::new);
        var county = new County(transactions, offices, access).founded();
        county.officer("quanneng", "county", roles);
        officer = new Wire(port).as("quanneng");
    }

    private static Stream<Parameter> days(HandlerMethod door) {
        return Arrays.stream(door.getMethod().getParameters())
                .filter(each -> each.getParameterizedType().getTypeName().contains(LocalDate.class.getName()));
    }

    /// The first words that must be said besides the day, if any.
    private static String words(HandlerMethod door) {
        return Arrays.stream(door.getMethod().getParameters())
                .filter(each -> each.isAnnotationPresent(RequestParam.class) && each.getType() == String.class)
                .map(each -> "?" + each.getName() + "=x")
                .findFirst()
                .orElse("");
    }

    private static Stream<String> addresses(RequestMappingInfo door) {
        return door.getPatternValues().stream().map(pattern -> pattern.replaceAll("\\{[^}]*}", ID));
    }

    @Test
    void everyDayThatIsNoneOrOutOfReachIsNamed() {
        assertThat(asked).hasSizeGreaterThan(20);
        for (var each : asked) {
            for (var day : List.of("+999999999-12-31", "-999999999-01-01", "1800-01-01", "2026-02-30", "1/2/26")) {
                var answer = officer.get(each.about(day));
                assertThat(answer.status()).as(each.about(day) + ": " + answer).isEqualTo(422);
                assertThat(answer.toString()).contains("\"" + each.name() + "\"", "2026-09-05");
            }
        }
    }

    @Test
    void nothingSaidIsNothingAsked() {
        assertThat(asked)
                .allSatisfy(each -> assertThat(officer.get(each.about("")).status())
                        .as(each.about(""))
                        .isLessThan(500));
    }
}
