package org.maplebridge.kernel.evidence;

import org.maplebridge.kernel.matters.Titled;

/// The kinds of evidence. Administrative Penalty Law (行政处罚法) art. 46, and how they are taken in the field.
public enum EvidenceKind implements Titled {
    DOCUMENT("书证"),
    OBJECT("物证"),
    AUDIOVISUAL("视听资料"),
    DATA("电子数据"),
    OPINION("鉴定意见"),
    SCENE_PLAN("现场勘验图"),
    PHOTO("现场照片"),
    RECORD("笔录、陈述、证言"),
    REMOTE("远程视频取证");

    private final String title;

    EvidenceKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
