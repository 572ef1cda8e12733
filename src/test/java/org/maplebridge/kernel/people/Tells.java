package org.maplebridge.kernel.people;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maplebridge.bench.Recording.Sent;
import org.maplebridge.bench.growth.Pages;
import org.maplebridge.fixtures.TestSettings;
import tools.jackson.databind.JsonNode;

/// What somebody could read off an answer besides its words: how it is built, and how much work it was.
final class Tells {

    private Tells() {}

    /// What an answer looks like, apart from what differs between any two: ids, codes, moments.
    static Map<String, String> shape(JsonNode body) {
        var shape = new TreeMap<String, String>();
        shape("", body, shape);
        return shape;
    }

    private static void shape(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties().forEach(field -> shape(path + "/" + field.getKey(), field.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                shape(path + "/" + i, node.get(i), into);
            }
        } else {
            var text = node.asString("");
            boolean moment = text.matches("\\d{4}-\\d\\d-\\d\\dT.*");
            into.put(path, node.getNodeType() + " " + (moment ? "moment" : text.length()));
        }
    }

    /// What the database is asked meanwhile: a count of statements is what a stopwatch would see, without the noise.
    static List<String> asked(Runnable deed) {
        var ear = TestSettings.EAR.listen(true);
        ear.clear();
        try {
            deed.run();
            return Pages.ours(ear).stream().flatMap(List::stream).map(Sent::sql).toList();
        } finally {
            ear.listen(false).clear();
        }
    }
}
