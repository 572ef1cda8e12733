package org.maplebridge.kernel.messages;

import java.util.Optional;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Titled;

/// Somebody was called because nothing written has reached them.
record Called(
        @Ask(value = "第几位当事人", why = "照页面上“当事人”的次序", from = 1, to = 99)
        int party,

        @Ask("结果") Result result,
        @Ask(value = "情况", why = "不必写对方说的隐私", most = 200) Optional<String> note) {

    /// What came of it.
    enum Result implements Titled {
        TOLD("已经告诉本人", "TOLD"),
        NO_ANSWER("没有接", "CALL"),
        WRONG_NUMBER("号码不是本人的", "WRONG");

        private final String title;
        private final String state;

        Result(String title, String state) {
            this.title = title;
            this.state = state;
        }

        @Override
        public String title() {
            return title;
        }

        /// What the message then is.
        String state() {
            return state;
        }
    }
}
