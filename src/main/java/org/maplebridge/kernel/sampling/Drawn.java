package org.maplebridge.kernel.sampling;

import java.util.UUID;
import org.maplebridge.kernel.matters.Ask;

/// What stands in the trail of a matter that was drawn.
///
/// @param plan the sample it was drawn in
record Drawn(
        @Ask(value = "哪次抽查", most = 36) UUID plan,
        @Ask(value = "抽查名称", most = 100) String title,

        @Ask(value = "随机种子", why = "由公开总账的根算出，谁都能核对", least = 64, most = 64)
        String seed) {}
