package org.maplebridge.kernel.orgs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.orgs.OrgsStore.SpellRow;

class DirectoryTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 12);
    private static final String VILLAGE = "33.07.02.103.204";
    private static final String OTHER_VILLAGE = "33.07.02.103.209";

    private static final Agency COUNTY = agency(1, "县中心", "COUNTY_CENTER", Level.COUNTY, "33.07.02");
    private static final Agency TOWN = agency(2, "镇中心", "TOWN_CENTER", Level.TOWN, "33.07.02.103");
    private static final Agency NEXT_TOWN = agency(3, "邻镇中心", "TOWN_CENTER", Level.TOWN, "33.07.02.100");
    private static final Agency COMMITTEE = agency(4, "村调委会", "MEDIATION_COMMITTEE", Level.VILLAGE, VILLAGE);
    private static final Agency GRID = agency(5, "网格", "GRID_STATION", Level.GRID, VILLAGE + ".g01");
    private static final Agency POLICE = agency(6, "派出所", "POLICE_STATION", Level.TOWN, "33.07.02.103");

    private static final Post DESK = new Post(id(11), TOWN.id(), "值班岗", List.of("disputes.dispatcher"));
    private static final Staff ZHAO = new Staff(id(21), "赵", TOWN.id());
    private static final Staff QIAN = new Staff(id(22), "钱", TOWN.id());

    private final Directory directory = new Snapshot(
            new OrgsStore.Rows(
                    List.of(
                            new Area("33.07.02", "婺城区"),
                            new Area("33.07.02.100", "罗店镇"),
                            new Area("33.07.02.103", "白龙桥镇"),
                            new Area(VILLAGE, "筱溪村委会"),
                            new Area(OTHER_VILLAGE, "后童村委会"),
                            new Area(VILLAGE + ".g01", "第1网格")),
                    List.of(POLICE, COUNTY, TOWN, NEXT_TOWN, COMMITTEE, GRID),
                    List.of(DESK),
                    List.of(ZHAO, QIAN),
                    List.of(
                            spell(31, ZHAO, MONDAY.minusYears(1), null, false),
                            spell(32, QIAN, MONDAY.plusDays(1), MONDAY.plusDays(3), true)),
                    List.of(new Absence(
                            new UUID(0, 41),
                            ZHAO.id(),
                            MONDAY.plusDays(2),
                            MONDAY.plusDays(3),
                            AbsenceReason.TRIP,
                            "officer:" + ZHAO.id()))),
            Map.of(
                    "COUNTY_CENTER", new AgencyKind("COUNTY_CENTER", "县中心", true),
                    "TOWN_CENTER", new AgencyKind("TOWN_CENTER", "镇中心", true),
                    "MEDIATION_COMMITTEE", new AgencyKind("MEDIATION_COMMITTEE", "调委会", true),
                    "GRID_STATION", new AgencyKind("GRID_STATION", "网格", true),
                    "POLICE_STATION", new AgencyKind("POLICE_STATION", "派出所", false)));

    @Test
    void anAreaKnowsWhatItLiesIn() {
        assertThat(directory.rootArea()).map(Area::name).contains("婺城区");
        assertThat(directory.children("33.07.02.103")).map(Area::path).containsExactly(VILLAGE, OTHER_VILLAGE);
        assertThat(directory.fullName(VILLAGE + ".g01")).isEqualTo("婺城区白龙桥镇筱溪村委会第1网格");
        assertThat(directory.fullName("44.01")).isEmpty();
    }

    @Test
    void ancestorsRunFromTheRootDown() {
        assertThat(directory.ancestors(VILLAGE + ".g01", "33.07.02"))
                .containsExactly("33.07.02", "33.07.02.103", VILLAGE, VILLAGE + ".g01");
        assertThat(directory.ancestors("33.07.02", "33.07.02")).containsExactly("33.07.02");
        assertThat(directory.ancestors("33.07.021", "33.07.02")).isEmpty();
        assertThat(directory.ancestors("33.07", "33.07.02")).isEmpty();
    }

    @Test
    void theSmallestGeneralOfficeIsInCharge() {
        assertThat(directory.inCharge(VILLAGE + ".g01", Level.TOWN)).contains(TOWN);
        assertThat(directory.inCharge(VILLAGE, Level.VILLAGE)).contains(COMMITTEE);
        assertThat(directory.inCharge(OTHER_VILLAGE, Level.VILLAGE)).isEmpty();
        assertThat(directory.inCharge("33.07.02.100", Level.TOWN)).contains(NEXT_TOWN);
        assertThat(directory.responsible(VILLAGE, "POLICE_STATION")).contains(POLICE);
        assertThat(directory.responsible("33.07.02.100", "POLICE_STATION")).isEmpty();
    }

    @Test
    void upgradingGoesFromGridToCounty() {
        assertThat(directory.above(GRID)).contains(COMMITTEE);
        assertThat(directory.above(COMMITTEE)).contains(TOWN);
        assertThat(directory.above(TOWN)).contains(COUNTY);
        assertThat(directory.above(COUNTY)).isEmpty();
    }

    @Test
    void twoOfficesMeetInTheirLowestSuperior() {
        assertThat(directory.superior(GRID, NEXT_TOWN)).contains(COUNTY);
        assertThat(directory.superior(GRID, TOWN)).contains(TOWN);
        assertThat(directory.superior(TOWN, TOWN)).contains(TOWN);
    }

    @Test
    void theStandInSitsThereOnlyWhileStandingIn() {
        assertThat(directory.holders(DESK.id(), MONDAY)).containsExactly(new Holder(ZHAO, false, Optional.empty()));
        assertThat(directory.holders(DESK.id(), MONDAY.plusDays(1)))
                .containsExactly(new Holder(ZHAO, false, Optional.empty()), new Holder(QIAN, true, Optional.empty()));
        assertThat(directory.heldBy(QIAN.id(), MONDAY.plusDays(3))).containsExactly(new HeldPost(DESK, TOWN, true));
        assertThat(directory.heldBy(QIAN.id(), MONDAY.plusDays(4))).isEmpty();
    }

    @Test
    void whoIsAwayComesLastAndOnlyWhileAway() {
        assertThat(directory.holders(DESK.id(), MONDAY.plusDays(2)))
                .containsExactly(
                        new Holder(QIAN, true, Optional.empty()),
                        new Holder(ZHAO, false, Optional.of(MONDAY.plusDays(3))));
        assertThat(directory.holders(DESK.id(), MONDAY.plusDays(4)))
                .containsExactly(new Holder(ZHAO, false, Optional.empty()));
        assertThat(directory.away(MONDAY.plusDays(1))).isEmpty();
        assertThat(directory.away(MONDAY.plusDays(3)))
                .extracting(Absence::staff)
                .containsExactly(ZHAO.id());
    }

    @Test
    void wordsFindAreasByPartsOfTheirNames() {
        assertThat(directory.search("筱溪", 5)).map(Area::path).startsWith(VILLAGE);
        assertThat(directory.search("白龙桥筱溪村", 5)).map(Area::path).startsWith(VILLAGE);
        assertThat(directory.search("婺城区 后童", 5)).map(Area::path).containsExactly(OTHER_VILLAGE);
        assertThat(directory.search("白龙桥镇", 1)).map(Area::path).containsExactly("33.07.02.103");
        assertThat(directory.search("  ", 5)).isEmpty();
        assertThat(directory.search("杭州", 5)).isEmpty();
    }

    private static Agency agency(int number, String name, String kind, Level level, String area) {
        return new Agency(id(number), name, kind, level, area, Optional.empty(), Optional.empty());
    }

    private static SpellRow spell(
            int number, Staff staff, LocalDate first, @org.jspecify.annotations.Nullable LocalDate last, boolean in) {
        return new SpellRow(id(number), DESK.id(), staff.id(), first, Optional.ofNullable(last), in);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
