package org.maplebridge.launch.demo.life;

import java.util.Optional;

/// One dispute of the made-up past.
///
/// @param no from 1, in the order of reports
/// @param day of the report, from 0
/// @param minute of that day
/// @param area where it happened
/// @param town the town that lies in
/// @param to which sort of office it is routed to
/// @param money how much is at stake, whole yuan; zero: none
/// @param byCode whether the person evaluates with the code of the receipt, and is not called
record Story(
        int no,
        Plot plot,
        int day,
        int minute,
        String area,
        String town,
        To to,
        Channel channel,
        String category,
        String words,
        String settle,
        int money,
        Side sides,
        boolean byCode,
        String grade) {

    /// The people.
    record Side(String applicant, String phone, Optional<String> helper, String helperPhone, String respondent) {}

    /// Where it comes from.
    enum Channel {
        ONLINE,
        VISIT,
        HOTLINE,
        PATROL,
        POLICE,
        COURT,
        PETITION,
        PRISON
    }

    /// Which sort of office handles it.
    enum To {
        VILLAGE,
        TOWN,
        DEPARTMENT,
        POLICE
    }

    /// Whether the person has left a name and a number.
    boolean named() {
        return plot != Plot.NAMELESS;
    }
}
