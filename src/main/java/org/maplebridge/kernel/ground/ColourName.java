package org.maplebridge.kernel.ground;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The colours that mean something, each with its word. Grey is never red: it says that data are missing.
public enum ColourName {
    @JsonProperty("red")
    RED("红"),
    @JsonProperty("orange")
    ORANGE("橙"),
    @JsonProperty("yellow")
    YELLOW("黄"),
    @JsonProperty("green")
    GREEN("绿"),
    @JsonProperty("blue")
    BLUE("关注"),
    @JsonProperty("grey")
    GREY("数据不足");

    private final String title;

    ColourName(String title) {
        this.title = title;
    }

    /// The word, in Chinese.
    public String title() {
        return title;
    }

    /// The colour of a lower-case name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static ColourName of(String name) {
        return valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }
}
