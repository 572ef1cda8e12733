package org.maplebridge.kernel.messages;

/// Why somebody is called.
enum Why {
    NO_WAY("没有配置短信"),
    LANDLINE("座机收不到短信"),
    SHARED("电话与别的当事人相同，不发短信"),
    MINOR("当事人未成年，没有登记监护人"),
    FAILED("短信发了几次没有成"),
    UNWANTED("短信网关不收这个号码"),
    LATE("短信没有送达回执");

    private final String title;

    Why(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
