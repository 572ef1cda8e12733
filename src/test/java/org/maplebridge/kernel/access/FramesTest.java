package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// What may be shown in the frame of another page.
class FramesTest {

    private static final List<String> CITIZENS = List.of("/", "/report", "/progress", "/receipt");
    private static final List<String> OTHERS = List.of("/desk", "/desk/sign-in", "/start", "/api/me", "/report/x");

    private static MockHttpServletResponse answer(boolean demo, String path) throws Exception {
        var response = new MockHttpServletResponse();
        new HeadersFilter(demo).doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
        return response;
    }

    private static void isFramed(boolean demo, String path, String ancestors, String option) throws Exception {
        var response = answer(demo, path);
        assertThat(response.getHeader("Content-Security-Policy")).as(path).contains("frame-ancestors " + ancestors);
        assertThat(response.getHeader("X-Frame-Options")).as(path).isEqualTo(option);
    }

    @Test
    void inADemoFolderTheStartPageMayShowWhatCitizensSee() throws Exception {
        for (var path : CITIZENS) {
            isFramed(true, path, "'self'", "SAMEORIGIN");
        }
    }

    @Test
    void officersPagesAndDataAreNeverFramed() throws Exception {
        for (var path : OTHERS) {
            isFramed(true, path, "'none'", "DENY");
        }
    }

    @Test
    void inARealFolderNothingIsFramed() throws Exception {
        for (var path : CITIZENS) {
            isFramed(false, path, "'none'", "DENY");
        }
    }
}
