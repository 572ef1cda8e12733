package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisputesComplaintTimesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2019/2/28 11:25:05, 2019-02-28T11:25:05",
        "2019-02-28 1:05:09, 2019-02-28T01:05:09",
        "2019/7/19, 2019-07-19T00:00:00",
        "2019-07-19 08:30, 2019-07-19T08:30:00",
        "43579.5, 2019-04-24T12:00:00",
        "43579, 2019-04-24T00:00:00",
        "43579.999999999999, 2019-04-25T00:00:00",
        "43579.4756944444, 2019-04-24T11:25:00",
        "61, 1900-03-01T00:00:00",
    })
    void timesAreReadAsLocalToShanghai(String text, LocalDateTime local) {
        assertThat(DisputesComplaintTimes.read(text))
                .contains(local.atZone(SHANGHAI).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "昨天", "2019/2/30", "2019/13/1", "2019/2-28", "2019/2/28 25:00:00", "60", "-5", "1e9", "4.4.4"
            })
    void otherTextIsNoTime(String text) {
        assertThat(DisputesComplaintTimes.read(text)).isEmpty();
    }

    @Property
    void whateverStandsThereNothingBreaks(@ForAll String text) {
        assertThat(DisputesComplaintTimes.read(text)).isNotNull();
    }
}
