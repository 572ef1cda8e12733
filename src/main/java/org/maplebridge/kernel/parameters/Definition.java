package org.maplebridge.kernel.parameters;

import java.math.BigDecimal;
import java.util.Optional;

/// What a number is, whatever its value.
///
/// @param least the lowest value that makes sense, if one was declared
/// @param most  the highest
record Definition(
        String name,
        String title,
        Kind kind,
        Optional<String> unit,
        Optional<BigDecimal> least,
        Optional<BigDecimal> most) {

    Optional<String> fault(String value) {
        return kind.fault(value).or(() -> outside(value));
    }

    private Optional<String> outside(String value) {
        if (kind == Kind.TERM || kind == Kind.SPAN || kind == Kind.TEXT) {
            return Optional.empty();
        }
        var number = new BigDecimal(value);
        if (least.filter(low -> number.compareTo(low) < 0).isPresent()) {
            return Optional.of("不能小于 " + least.orElseThrow().toPlainString() + unit.orElse("") + "。");
        }
        if (most.filter(high -> number.compareTo(high) > 0).isPresent()) {
            return Optional.of("不能大于 " + most.orElseThrow().toPlainString() + unit.orElse("") + "。");
        }
        return Optional.empty();
    }
}
