package org.maplebridge.kernel.ground;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/// What becomes of a failure in the log.
class ProblemDeskTest {

    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    @BeforeEach
    void listen() {
        heard.start();
        log().addAppender(heard);
    }

    @AfterEach
    void leave() {
        log().detachAppender(heard);
    }

    private static Logger log() {
        return (Logger) LoggerFactory.getLogger(ProblemDesk.class);
    }

    private List<Level> loud() {
        return heard.list.stream()
                .map(ILoggingEvent::getLevel)
                .filter(level -> level.isGreaterOrEqual(Level.INFO))
                .toList();
    }

    @Test
    void whoeverLeavesBeforeTheAnswerIsNoError() {
        var pipe = new IOException("Broken pipe");
        for (Exception left : List.of(
                pipe,
                new IOException("Connection reset by peer"),
                new AsyncRequestNotUsableException("the response can't be used any more", pipe),
                new HttpMessageNotWritableException("could not write JSON", pipe))) {
            assertThat(new ProblemDesk().failed(left)).as(left.toString()).isNull();
        }
        assertThat(loud()).isEmpty();
    }

    @Test
    void everyOtherFailureIsToldAndKept() {
        var answer = new ProblemDesk().failed(new IOException("no space left on device"));
        assertThat(Optional.ofNullable(answer).map(told -> told.getStatusCode().value()))
                .contains(500);
        assertThat(loud()).containsExactly(Level.ERROR);
    }
}
