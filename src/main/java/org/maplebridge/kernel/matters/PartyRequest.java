package org.maplebridge.kernel.matters;

import java.util.Optional;
import java.util.UUID;

/// What a party asks for in a matter of theirs, as the scene is told that decides on such requests. Grounds: Personal
/// Information Protection Law (个人信息保护法) arts. 44 to 47, 50.
///
/// @param matter the matter it is about
/// @param area where that happened, as an area path
/// @param agency the office that handles it, or did last
public record PartyRequest(
        @Ask(value = "关于哪一件", kind = Ask.Kind.MATTER) UUID matter,
        @Ask(value = "请求什么") Kind kind,

        @Ask(value = "说说情况", most = 1000, kind = Ask.Kind.LONG_TEXT)
        String words,

        @Ask(value = "地点", kind = Ask.Kind.AREA) String area,
        @Ask(value = "承办单位", kind = Ask.Kind.AGENCY) Optional<UUID> agency) {

    /// The role in which whoever asks stands in the request.
    public static final String ASKER = "ASKER";

    static PartyRequest of(Matter matter, KernelVerb.Asked asked) {
        return new PartyRequest(
                matter.id(),
                asked.kind(),
                asked.words(),
                matter.office().area(),
                matter.office().agency());
    }

    /// What can be asked for.
    public enum Kind implements Titled {
        CORRECT("更正写错的"),
        COPY("要一份存着的信息"),
        DELETE("删除不该再存的"),
        OBJECT("对谁看过我的信息有异议"),
        RECUSE("请办理的人回避"),
        OTHER("别的请求");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }
}
