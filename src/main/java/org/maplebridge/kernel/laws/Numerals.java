package org.maplebridge.kernel.laws;

/// Numbers of articles as laws write them: 第一千零七十九条.
final class Numerals {

    /// What may stand in one.
    static final String SIGNS = "零〇一二三四五六七八九十百千两";

    private Numerals() {}

    /// The number, or -1 if it is none.
    static int read(String said) {
        return org.maplebridge.engines.search.Numerals.read(said).orElse(-1);
    }

    /// As laws write it.
    static String written(int number) {
        return org.maplebridge.engines.search.Numerals.chinese(number);
    }

    /// 第一百二十条之一.
    static String label(int number, int suffix) {
        return "第" + written(number) + "条" + (suffix == 0 ? "" : "之" + written(suffix));
    }
}
