package org.maplebridge.kernel.evidence;

import java.time.Instant;
import java.util.Optional;
import org.maplebridge.kernel.matters.Ask;

/// What is said of a file that is added. What its kind wants is asked with it: Provisions on Evidence in Administrative
/// Litigation arts. 10 to 15.
///
/// @param sha256 of the file, in hex, as whoever adds it has computed it
/// @param copyOf the file of this matter of which it is a masked copy
record Attached(
        @Ask(value = "文件的指纹", why = "在您那边算好，到了再比一次", least = 64, most = 64)
        String sha256,

        @Ask(value = "文件名", most = 200) String name,

        @Ask("证据种类") EvidenceKind kind,

        @Ask(value = "证明什么", most = 500) Optional<String> proves,

        @Ask(value = "什么时候取得、形成的") Optional<Instant> takenAt,

        @Ask(value = "在哪里", most = 200) Optional<String> place,

        @Ask(
                value = "原件在哪里、与谁核对过",
                most = 300,
                when = "kind",
                is = {"DOCUMENT"})
        Optional<String> origin,

        @Ask(
                value = "原物编号和封存袋号",
                most = 200,
                when = "kind",
                is = {"OBJECT"})
        Optional<String> bag,

        @Ask(
                value = "原始载体",
                example = "当事人的手机",
                most = 200,
                when = "kind",
                is = {"AUDIOVISUAL", "DATA", "REMOTE"})
        Optional<String> carrier,

        @Ask(
                value = "提取的方式和工具",
                most = 300,
                when = "kind",
                is = {"DATA"})
        Optional<String> method,

        @Ask(
                value = "谁做的",
                why = "拍摄人、勘验人、鉴定人、记录人",
                most = 100,
                kind = Ask.Kind.PERSON,
                when = "kind",
                is = {"AUDIOVISUAL", "OPINION", "SCENE_PLAN", "PHOTO", "RECORD", "REMOTE"})
        Optional<String> author,

        @Ask(value = "见证人", most = 100, kind = Ask.Kind.PERSON)
        Optional<String> witness,

        @Ask(value = "是第几份材料的遮盖副本", why = "遮盖副本的文件名和“证明什么”别的单位看得到，不要带原件里遮住的内容", from = 1, to = 10000)
        Optional<Integer> copyOf) {}
