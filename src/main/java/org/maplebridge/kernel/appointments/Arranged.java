package org.maplebridge.kernel.appointments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.matters.Ask;

/// A meeting is planned.
///
/// @param room a room of the office or of one above, by its name
/// @param place where it is outside of the rooms
/// @param host who leads it; whoever plans it, if not said
/// @param open whether others may listen
record Arranged(
        @Ask("哪一种") SessionKind kind,

        @Ask("几点开始") Instant starts,

        @Ask("几点结束") Instant ends,

        @Ask(value = "用哪间房", why = "本单位或上级单位的房间名称", example = "一号调解室", most = 60)
        Optional<String> room,

        @Ask(value = "在哪里", why = "出访巡诊写到哪里去；不用房间的写地点", most = 200)
        Optional<String> place,

        @Ask(value = "谁主持", why = "不填就是您自己", kind = Ask.Kind.STAFF)
        Optional<UUID> host,

        @Ask("公开进行，可以旁听") boolean open,

        @Ask(value = "谈什么", most = 500, kind = Ask.Kind.LONG_TEXT)
        Optional<String> topic,

        @Ask("请谁来") Optional<List<Invited>> guests,

        @Ask(value = "核实情况", why = "系统提示主持人可能有利害关系的才填：写明怎么核实不是同一个人", least = 2, most = 500)
        Optional<String> checked) {

    /// Somebody who is to come: a party by their place, an officer, or somebody else by name.
    record Invited(
            @Ask("以什么身份") GuestRole role,

            @Ask(value = "第几位当事人", from = 1, to = 99) Optional<Integer> party,

            @Ask(value = "哪位工作人员", kind = Ask.Kind.STAFF) Optional<UUID> staff,

            @Ask(value = "姓名", most = 60, kind = Ask.Kind.PERSON)
            Optional<String> name) {}
}
