package org.maplebridge.scenes.disputes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.imports.Source;
import org.maplebridge.kernel.orgs.Directory;
import org.springframework.stereotype.Component;

/// Complaints to a city, one a line, whose senders and places the publisher has masked. They become disputes just
/// sensed, with what the words suggest; a person registers and routes them.
@Component
class DisputesComplaints implements Source {

    private static final List<String> COLUMNS = List.of("id", "sender", "title", "time", "body", "against", "for");

    /// From the field of the opening to the column it was read from.
    private static final Map<String, String> READ_FROM =
            Map.of("words", "body", "area", "body", "occurredAt", "time", "sign", "sender");

    private static final Pattern EXTERNAL = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    /// Earlier there were no such mailboxes; a local default.
    private static final Instant EARLIEST =
            LocalDate.of(1990, 1, 1).atStartOfDay(Work.ZONE).toInstant();

    private final DisputesMaskedPlaces places;

    DisputesComplaints(DisputesMaskedPlaces places) {
        this.places = places;
    }

    @Override
    public String name() {
        return "complaints";
    }

    @Override
    public String title() {
        return "群众来信（已隐去姓名、地名的留言表），收为“矛盾纠纷”的感知线索";
    }

    @Override
    public String scene() {
        return "disputes";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public String column(String field) {
        return READ_FROM.getOrDefault(field, field);
    }

    @Override
    public Optional<Source> placing(Map<String, String> given) {
        return Optional.of(new DisputesComplaints(places.with(given)));
    }

    @Override
    public Row read(List<String> cells, Directory offices, Instant now) {
        var faults = new ArrayList<Problem.Field>();
        var id = cells.getFirst().strip();
        var sender = Words.kept(cells.get(1));
        var title = Words.kept(cells.get(2));
        var body = Words.kept(cells.get(4));
        var moment = DisputesComplaintTimes.read(cells.get(3));
        boolean known = EXTERNAL.matcher(id).matches();
        check(faults, known, "id", "编号应是 1 到 40 个字母、数字。");
        check(faults, !sender.isEmpty(), "sender", "没有来信人代号。");
        check(faults, !body.isEmpty(), "body", "没有正文。");
        check(faults, moment.isPresent(), "time", "读不懂这个时间，应如 2019/2/28 11:25:05、2019-02-28，或表格的日期序号。");
        check(faults, moment.map(at -> !at.isAfter(now)).orElse(true), "time", "时间在将来。");
        check(faults, moment.map(at -> !at.isBefore(EARLIEST)).orElse(true), "time", "时间早于 1990 年。");
        for (int i = 5; i < COLUMNS.size(); i++) {
            check(faults, COUNT.matcher(cells.get(i).strip()).matches(), COLUMNS.get(i), "应是一个整数；也许各栏错了位。");
        }
        var place = places.place(title, body, offices);
        check(faults, place.area().isPresent(), "整行", "系统里还没有区划，请先建立本县的区划和机构。");
        if (!faults.isEmpty()) {
            return new Row.Faulty(known ? id : "", faults);
        }
        return new Row.Ready(id, said(sender, title, body, moment, place.area()), place.unplaced());
    }

    private static Map<String, Object> said(
            String sender, String title, String body, Optional<Instant> moment, Optional<String> area) {
        var said = new HashMap<String, Object>();
        said.put("words", body);
        said.put("sign", sender);
        said.put("source", Choices.Source.IMPORTED.name());
        moment.ifPresent(at -> said.put("occurredAt", at.toString()));
        area.ifPresent(path -> said.put("area", path));
        if (!title.isEmpty()) {
            said.put("title", title);
        }
        return said;
    }

    private static void check(List<Problem.Field> faults, boolean fits, String column, String why) {
        if (!fits) {
            faults.add(new Problem.Field(column, why));
        }
    }
}
