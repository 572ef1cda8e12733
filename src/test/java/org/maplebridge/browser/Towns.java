package org.maplebridge.browser;

/// What the demo county calls its places and people; all made up but the places' names.
final class Towns {

    /// The one password of its people.
    static final String PASSWORD = "fengqiao2026";

    static final String TOWN = "白龙桥镇";
    static final String VILLAGE = "筱溪村委会";
    static final String VILLAGE_OFFICE = "筱溪村人民调解委员会（演示）";
    static final String TOWN_OFFICE = "白龙桥镇矛调中心（演示）";
    static final String COUNTY_OFFICE = "婺城区矛调中心（演示）";

    private Towns() {}
}
