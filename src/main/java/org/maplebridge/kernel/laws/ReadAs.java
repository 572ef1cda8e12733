package org.maplebridge.kernel.laws;

import org.maplebridge.engines.search.Understanding.Changed;
import org.maplebridge.engines.search.Understanding.Named;
import org.maplebridge.engines.search.Understanding.Understood;

/// Says to people how their question was read.
final class ReadAs {

    private ReadAs() {}

    static LawWire.Understood of(Understood understood) {
        return new LawWire.Understood(
                understood.words(),
                understood.changed().stream().map(ReadAs::said).toList(),
                understood.named().stream().map(ReadAs::said).toList());
    }

    private static String said(Changed changed) {
        return switch (changed.why()) {
            case TRADITIONAL -> "按简体字找：" + shortened(changed.to());
            case CUT -> "写得太长，只用了前面一部分";
            case PINYIN -> "拼音“" + changed.from() + "”，也找：" + changed.to();
            case WRONG_SIGN, WRONG_NAME -> "“" + changed.from() + "”，也找：" + changed.to();
        };
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static String said(Named named) {
        var law = named.law().isEmpty() ? "" : "《" + named.law() + "》";
        var article = named.article() == 0 ? "" : Numerals.label(named.article(), named.suffix());
        var last = named.last() > named.article() ? "至" + Numerals.label(named.last(), 0) : "";
        return law + article + last;
    }
}
