package org.maplebridge.launch.demo.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.launch.demo.life.LifePeople.Sitting;
import org.maplebridge.launch.demo.life.LifeWire.Call;
import tools.jackson.databind.JsonNode;

/// Two reviewers go through what was drawn, each by themself, and the office answers: a domain of secrecy of its own,
/// of which nobody else sees anything. They know no more than the files say.
final class LifeReviews {

    private static final String REVIEWER = "reviews.reviewer";
    private static final List<String> ANSWERER = List.of("reviews.answerer");
    private static final Set<String> WITH_THE_OFFICE = Set.of("DEFECTS_FOUND", "RECTIFYING");
    private static final String OPEN = "/api/matters?scene=reviews&open=true&limit=200";
    /// A new file a week; the others wait, as they do.
    private static final int WEEK = 7;

    private final LifePeople people;
    private final LifeDoor door;
    private final Diary diary;
    /// What lies with the offices.
    private final Map<UUID, LifeMatter> answering = new LinkedHashMap<>();

    LifeReviews(LifePeople people, LifeDoor door, Diary diary) {
        this.people = people;
        this.door = door;
        this.diary = diary;
    }

    /// A day's work. With fewer than two reviewers nothing is done.
    void day(int day, Instant now) {
        var today = LifeDoor.day(now);
        var reviewers = people.sitting(
                        today,
                        seat -> seat.agency().equals(people.county())
                                && seat.roles().contains(REVIEWER)
                                && !seat.roles().contains(LifePeople.DISPATCHER))
                .filter(who -> who.person().present(today))
                .toList();
        if (reviewers.size() < 2) {
            return;
        }
        boolean begins = day % WEEK == 3;
        for (var row : people.all(reviewers.getFirst(), OPEN)) {
            var review = LifeMatter.of(row);
            if (!review.stage().equals("DRAWN") || begins) {
                begins = begins && !review.stage().equals("DRAWN");
                step(day, reviewers, review);
            }
        }
        for (var review : List.copyOf(answering.values())) {
            people.of(review.agency().orElseThrow(), ANSWERER, today).ifPresent(who -> answer(day, who, review));
        }
    }

    private void step(int day, List<Sitting> reviewers, LifeMatter review) {
        var one = reviewers.get(0);
        var other = reviewers.get(1);
        switch (review.stage()) {
            case "DRAWN" -> checked(day, one, review, "check");
            case "FIRST_CHECKED" -> checked(day, other, review, "second-check");
            case "SECOND_CHECKED" -> moved(day, one, review, "concur", Map.of());
            case "AGREED" ->
                moved(
                        day,
                        other,
                        review,
                        wrong(review) ? "find-defects" : "pass",
                        wrong(review) ? Map.of("advice", "演示：补上凭据，写明是谁收的。") : Map.of());
            case "RECTIFIED" -> moved(day, one, review, "sign-off", Map.of("seen", "演示：看了补上的凭据，对得上。"));
            default -> {}
        }
    }

    private void checked(int day, Sitting who, LifeMatter review, String verb) {
        var path = "/api/reviews/" + review.id();
        var sheet = people.send(who, Call.get(path + "/sheet")).body();
        var marks = new ArrayList<Map<String, Object>>();
        var questions = sheet.path("questions");
        for (int i = 0; i < questions.size(); i++) {
            marks.add(mark(questions.get(i), wrong(review) && i == questions.size() - 1));
        }
        people.send(who, Call.of("POST", path + "/marks", Map.of("marks", marks)));
        moved(day, who, review, verb, Map.of("done", true));
    }

    private static Map<String, Object> mark(JsonNode question, boolean wrong) {
        return wrong
                ? Map.of("question", question.path("code").asString(), "result", "DEFECT", "words", "演示：没有附凭据。")
                : Map.of("question", question.path("code").asString(), "result", "OK");
    }

    /// Which files lack something is made up, and the same for the same file.
    private static boolean wrong(LifeMatter review) {
        return review.code().chars().sum() % 2 == 0;
    }

    private void answer(int day, Sitting who, LifeMatter review) {
        if (review.stage().equals("DEFECTS_FOUND")) {
            moved(day, who, review, "take-up", Map.of("note", "演示：照着改。"));
        } else {
            moved(day, who, review, "rectify", Map.of("done", "演示：补了收条，写明谁收的。"));
        }
    }

    private void moved(int day, Sitting who, LifeMatter review, String verb, Map<String, Object> said) {
        var outcome = door.move(who, review, verb, "demo-life-" + day + "-" + verb, said);
        diary.told(day, "reviews", 0, verb, outcome);
        answering.remove(review.id());
        outcome.matter()
                .filter(after -> WITH_THE_OFFICE.contains(after.stage()))
                .ifPresent(after -> answering.put(after.id(), after));
    }
}
