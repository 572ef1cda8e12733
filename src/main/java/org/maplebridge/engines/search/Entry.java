package org.maplebridge.engines.search;

import java.util.List;
import java.util.Optional;

/// A provision on the shelf, with what ranking asks of it over and over.
///
/// @param slot its place, which stays the same while it is on the shelf
/// @param provision itself
/// @param law its law without 中华人民共和国 and brackets
/// @param key law and label: the same for all editions
/// @param title law and headings
/// @param near what is embedded of it
record Entry(int slot, Provision provision, String law, String key, String title, String near) {

    private static final int MOST_SIGNS = 400;

    static Entry of(int slot, Provision provision) {
        var law = plain(provision.law());
        var headings =
                String.join(" ", provision.headings().stream().map(Entry::bare).toList());
        var last =
                provision.headings().isEmpty() ? "" : bare(provision.headings().getLast());
        var near = provision.law().replace("中华人民共和国", "") + " " + last + "：" + provision.text();
        return new Entry(
                slot,
                provision,
                law,
                law + "/" + provision.label(),
                law + " " + headings,
                near.substring(0, Math.min(MOST_SIGNS, near.length())));
    }

    /// A heading without its number: 第四章 侵权责任 is 侵权责任.
    private static String bare(String heading) {
        return heading.replaceFirst("^第.{1,6}?[编章节]", "").replaceAll("\\s+", "");
    }

    /// The name of a law as editions and citations share it.
    static String plain(String law) {
        return law.replace("中华人民共和国", "").replaceAll("[《》〈〉（）()\\s]", "");
    }

    String text() {
        return provision.text();
    }

    String level() {
        return provision.level();
    }

    /// Whether a question may be answered with it.
    boolean allowed(Question question) {
        boolean rightLevel = question.levels().isEmpty() || question.levels().contains(level());
        boolean rightArea = question.areas().isEmpty()
                || provision.area().isEmpty()
                || question.areas().stream().anyMatch(area -> isWithin(area, provision.area()));
        return rightLevel && rightArea && (!question.inForce() || isInForce(question));
    }

    /// Laws of the province hold in its cities, too.
    private static boolean isWithin(String asked, String own) {
        return asked.equals(own) || asked.startsWith(own + ".");
    }

    private boolean isInForce(Question question) {
        Optional<java.time.LocalDate> until = provision.until();
        return !provision.from().isAfter(question.on())
                && until.filter(day -> !day.isAfter(question.on())).isEmpty();
    }

    /// All that words are looked for in.
    List<String> parts() {
        return List.of(title, provision.text());
    }
}
