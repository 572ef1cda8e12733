package org.maplebridge.kernel.evaluations;

import java.util.Optional;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Titled;

/// One attempt to ask somebody how it was.
///
/// @param party the place of the person among the parties
/// @param heard what they say now; what was recorded before is not shown to whoever asks
record Called(
        @Ask(value = "联系的是第几位当事人", why = "照事项页面上“当事人”前面的数", from = 1, to = 99)
        int party,

        @Ask("怎样联系的") Way channel,
        @Ask("结果") Reply outcome,

        @Ask(value = "当事人怎么评价", why = "照他的话选，不要替他选", when = "outcome", is = "REACHED", pooled = true)
        Optional<Grade> heard,

        @Ask(value = "情况", most = 500) Optional<String> note) {

    enum Way implements Titled {
        PHONE("电话"),
        DOOR("上门");

        private final String title;

        Way(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    enum Reply implements Titled {
        REACHED("联系上，说了评价"),
        REFUSED("联系上，不愿评价"),
        NO_ANSWER("没有接"),
        WRONG_NUMBER("号码不对"),
        UNSAFE("联系会使当事人有危险");

        private final String title;

        Reply(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }

        /// Whether nobody was reached.
        boolean missed() {
            return this == NO_ANSWER || this == WRONG_NUMBER;
        }
    }
}
