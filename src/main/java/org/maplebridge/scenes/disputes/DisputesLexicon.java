package org.maplebridge.scenes.disputes;

import static java.util.Map.entry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.maplebridge.scenes.disputes.Choices.Danger;

/// Our own words for each category: those that say it outright, and those that only hint at it.
final class DisputesLexicon {

    /// Raised whenever a word is added or taken out, so that a stored suggestion says which words it knew.
    static final int VERSION = 1;

    /// Words of a category.
    ///
    /// @param plain three points each
    /// @param hints one point each
    record Entry(List<String> plain, List<String> hints) {}

    static final Map<Category, Entry> WORDS = new EnumMap<>(Map.ofEntries(
            entry(Category.NEIGHBOUR, words("邻居 邻里 楼上漏水 楼上住户 隔壁 共用墙 采光纠纷 通风采光", "楼上 楼下 漏水 养狗 遛狗 家犬 高空抛物 堆放杂物")),
            entry(
                    Category.PROPERTY,
                    words("物业 业委会 业主委员会 物业费 公摊水电 维修基金 维修资金 停车费 小区管理 门禁", "业主 小区 电梯 保安 停车场 公共区域 公共收益 车库 消防通道 居委会 卫生差")),
            entry(
                    Category.WAGES,
                    words(
                            "工资 欠薪 讨薪 血汗钱 农民工 劳动合同 劳动仲裁 加班费 工伤 五险一金 社保 辞退 裁员 民工",
                            "劳动 员工 职工 单位 拖欠 加班 公积金 老板 上班 招聘 双休 克扣")),
            entry(
                    Category.NOISE,
                    words(
                            "噪音 噪声 扰民 夜间施工 整夜施工 通宵施工 隔音 广场舞 太吵 吵闹 麻将馆 夜宵摊",
                            "睡眠 睡觉 凌晨 半夜 深夜 通宵 休息 喇叭 音响 KTV 酒吧 工地 施工 烧烤")),
            entry(
                    Category.LAND,
                    words("宅基地 承包地 土地承包 村委会 村干部 村支书 耕地 农田 林地 自留地 土地流转 村民小组 集体土地 水渠", "村民 村里 村组 农村 土地 山林 鱼塘 水田 组村民 乡镇")),
            entry(
                    Category.DEMOLITION,
                    words("拆迁 征收 征地 安置房 拆迁款 补偿款 安置费 强拆 棚改 棚户区 过渡费 回迁 拆违 违章建筑 违建", "安置 补偿 拆除 违法建筑 提质改造 旧城改造")),
            entry(
                    Category.CONSUMER,
                    words(
                            "消费者 退款 退费 退还定金 欺诈消费 假货 退卡 预付卡 会员卡 健身房 霸王条款 食品安全 虚假宣传 传销 旅行社",
                            "购物 商家 店家 欺骗 收费 价格 涨价 套路 维修 售后 快递 商场 超市 骗取 美容 婚纱 培训机构")),
            entry(
                    Category.TRAFFIC,
                    words(
                            "公交 地铁 红绿灯 堵车 拥堵 交通事故 斑马线 乱停乱放 违停 占道 出租车 渣土车 站牌 驾校 摇号 禁摩",
                            "交通 停车 车辆 路口 司机 线路 班次 高峰 行人 出行 非机动车 交警 车道 电动车 货车 客运")),
            entry(
                    Category.ENVIRONMENT,
                    words(
                            "污染 油烟 臭味 恶臭 臭气 废气 废水 排污 粉尘 扬尘 垃圾站 垃圾场 偷排 黑臭 环保 养猪场 雷达站 变电站 辐射",
                            "垃圾 环境 气味 异味 烟道 河道 绿化 排放 灰尘 卫生 脏乱差")),
            entry(
                    Category.HOUSING,
                    words(
                            "开发商 购房 房产证 不动产证 交房 楼盘 精装修 商品房 捆绑销售 房屋质量 预售 延期交付 认筹 买房 契税 质量问题 毛坯",
                            "楼栋 户型 车位 房子 房屋 销售 合同 收房 验收 住宅 公寓 售楼 墙体 渗水 开裂 网签 备案价 人才购房")),
            entry(
                    Category.SCHOOL,
                    words(
                            "学校 学生 老师 教师 幼儿园 小学 中学 补课 入学 学位 学费 教育局 高考 中考 学院 校园 校车 实习",
                            "孩子 家长 教育 上学 小孩 班级 放假 招生 毕业 作业 学区 课程 教材")),
            entry(
                    Category.MEDICAL,
                    words("医院 医疗 医生 医保 手术 病人 误诊 医闹 疫苗 护士 住院 门诊 医患 卫生院 药店", "治疗 病情 药品 看病 检查 诊所 健康 患者 救护 献血 生育")),
            entry(
                    Category.FAMILY,
                    words("离婚 婚姻 夫妻 家暴 抚养费 赡养 彩礼 继承 遗产 婆媳 结婚 丈夫 妻子 婚前", "家庭 子女 父母 老公 老婆 儿子 女儿 兄弟 分家 再婚 老人")),
            entry(
                    Category.LENDING,
                    words(
                            "借款 借贷 欠款 网贷 P2P 贷款 高利贷 出借人 非法集资 还款 借条 欠条 理财 信用卡 逾期 征信 投资人 集资",
                            "利息 本金 银行 平台 资金 担保 债务 诈骗 投资 利率 催收")),
            entry(
                    Category.FACILITIES,
                    words(
                            "自来水 停水 停电 路灯 下水道 水管 水压 供水 供电 燃气 天然气 暖气 管道 井盖 积水 路面破损 公厕 信号差 宽带 道路破损 停气",
                            "道路 修路 公园 广场 通水 用电 路面 手机信号 网络 人行道 马路 雨水 电线 天桥 桥梁 规划 配套 图书馆 水电")),
            entry(
                    Category.ADMINISTRATION,
                    words(
                            "不作为 乱作为 落户 户口 身份证 政务 审批 派出所 公务员 编制 退休 养老金 低保 补贴 执法 办证 事业单位 信访 退伍 纳税 税务",
                            "政府 部门 政策 窗口 证件 手续 申请 举报 公示 局长 文件 行政 答复 城管 法院 查处 资格 公安"))));

    static final Map<Danger, List<String>> DANGERS = new EnumMap<>(Map.of(
            Danger.VIOLENCE, list("家暴 家庭暴力 打老婆 殴打妻子 殴打丈夫 虐待"),
            Danger.HARASSMENT, list("跟踪 骚扰 纠缠 尾随 偷拍"),
            Danger.THREAT, list("跳楼 自杀 同归于尽 不想活 杀人 报复社会 扬言 引爆 极端行为"),
            Danger.INJURY, list("打伤 受伤 砍伤 骨折 轻伤 流血 斗殴 持刀")));

    /// Words for the weak and for unpaid wages, which weigh alike.
    static final List<String> VULNERABLE = list("残疾 孤寡 低保户 欠薪 拖欠工资 讨薪 孤儿 留守 独居老人 血汗钱");

    private DisputesLexicon() {}

    private static Entry words(String plain, String hints) {
        return new Entry(list(plain), list(hints));
    }

    private static List<String> list(String words) {
        return List.of(words.split(" "));
    }
}
