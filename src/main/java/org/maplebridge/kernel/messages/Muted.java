package org.maplebridge.kernel.messages;

import java.util.Optional;
import org.maplebridge.kernel.matters.Ask;

/// A party wants no more messages in a matter, or wants them again.
///
/// @param party which party, where an officer writes it down for them
record Muted(
        @Ask(value = "不要再发短信", why = "退订以后，进度仍可用查询码查") boolean muted,

        @Ask(value = "第几位当事人", why = "当事人自己在网上退订的不用填", from = 1, to = 99)
        Optional<Integer> party) {}
