package org.maplebridge.bench.growth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.maplebridge.bench.Caller;
import org.maplebridge.bench.Recording;
import org.maplebridge.bench.Recording.Sent;

/// The pages an officer has open all day, each as what it makes the program send to PostgreSQL.
public final class Pages {

    private static final String REGISTER = "{\"people\":2,\"threat\":false,\"injury\":false,\"violence\":false,"
            + "\"harassment\":false,\"vulnerable\":false,\"policeInformed\":false}";

    private Pages() {}

    /// Opens each page, and makes one move, while the recording listens.
    ///
    /// @param officer whose desk it is; may register the matter
    /// @param overseer who sees the whole county
    /// @param matter whose page is opened and which is registered; at version 1
    /// @return the transactions of each page
    public static Map<String, List<List<Sent>>> heard(Recording ear, Caller officer, Caller overseer, String matter)
            throws IOException {
        var heard = new LinkedHashMap<String, List<List<Sent>>>();
        heard.put("inbox", asked(ear, officer, "/api/inbox?limit=20"));
        heard.put("list", asked(ear, overseer, "/api/matters?scene=disputes&open=true&limit=20"));
        heard.put("listStage", asked(ear, overseer, "/api/matters?scene=disputes&stage=ROUTED&limit=20"));
        heard.put("listTown", asked(ear, overseer, "/api/matters?area=33.07.02.103&limit=20"));
        var page = new ArrayList<List<Sent>>();
        for (var part : List.of("", "/moves", "/deadlines", "/trail", "/links")) {
            page.addAll(asked(ear, officer, "/api/matters/" + matter + part));
        }
        heard.put("page", page);
        ear.clear();
        officer.post(
                        "/api/matters/" + matter + "/moves/register",
                        Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "1"),
                        REGISTER)
                .must(200);
        heard.put("move", ours(ear));
        return heard;
    }

    /// What brings back the matter as it was before it was registered.
    public static List<String> undo(String matter) {
        return List.of(
                "delete from ground.request where seq = 2 and matter = '" + matter + "'",
                "delete from trail.entry where seq = 2 and matter = '" + matter + "'",
                "update matters.matter set version = 1 where id = '" + matter + "'");
    }

    private static List<List<Sent>> asked(Recording ear, Caller caller, String path) throws IOException {
        // sessions and reference data are looked at every few seconds; the second time shows the page alone
        caller.get(path).must(200);
        ear.clear();
        caller.get(path).must(200);
        return ours(ear);
    }

    /// What jobs do meanwhile is not the page's, nor is looking up a session that was last seen some seconds ago.
    public static List<List<Sent>> ours(Recording ear) {
        return ear.transactions().stream()
                .filter(transaction ->
                        transaction.stream().noneMatch(each -> each.sql().contains("access.known(")))
                .filter(transaction -> transaction.getFirst().values().stream()
                        .noneMatch(
                                value -> String.valueOf(value.given().getLast()).startsWith("job:")))
                .toList();
    }
}
