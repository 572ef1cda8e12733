package org.maplebridge.kernel.laws;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names of laws: what tells them apart, what people call them, where they hold, how high they stand.
final class LawNames {

    private static final String STATE = "中华人民共和国";
    private static final Pattern SIGNS = Pattern.compile("[\\s\\u3000\\u00A0《》〈〉<>“”\"'‘’]");
    private static final Pattern AMENDED = Pattern.compile("[（(]\\d{4}年?(修订|修正|修改|公布|版)[^）)]*[）)]$");
    private static final Pattern TRIAL = Pattern.compile("[（(](试行|暂行)[）)]$");

    /// What people say instead of the name, where no rule makes it. Facts of use, not of law.
    private static final Map<String, List<String>> USUAL = Map.ofEntries(
            Map.entry("民事诉讼法", List.of("民诉法")),
            Map.entry("刑事诉讼法", List.of("刑诉法")),
            Map.entry("行政诉讼法", List.of("行诉法")),
            Map.entry("治安管理处罚法", List.of("治安法", "治安处罚法")),
            Map.entry("行政处罚法", List.of("处罚法")),
            Map.entry("行政强制法", List.of("强制法")),
            Map.entry("行政许可法", List.of("许可法")),
            Map.entry("行政复议法", List.of("复议法")),
            Map.entry("行政复议法实施条例", List.of("复议条例", "复议法实施条例")),
            Map.entry("个人信息保护法", List.of("个保法")),
            Map.entry("未成年人保护法", List.of("未保法")),
            Map.entry("预防未成年人犯罪法", List.of("预防法")),
            Map.entry("反家庭暴力法", List.of("反家暴法")),
            Map.entry("村民委员会组织法", List.of("村委会组织法", "村委会法")),
            Map.entry("城市居民委员会组织法", List.of("居民委员会组织法", "居委会组织法", "居委会法")),
            Map.entry("劳动争议调解仲裁法", List.of("劳动仲裁法", "劳动争议仲裁法")),
            Map.entry("农村土地承包经营纠纷调解仲裁法", List.of("土地承包仲裁法")),
            Map.entry("消费者权益保护法", List.of("消法", "消保法")),
            Map.entry("道路交通安全法", List.of("道交法", "交通安全法")),
            Map.entry("道路交通安全法实施条例", List.of("道交法实施条例")),
            Map.entry("治安管理处罚法实施条例", List.of("治安法实施条例")),
            Map.entry("人民调解法", List.of("调解法")),
            Map.entry("法律援助法", List.of("法援法")),
            Map.entry("社区矫正法", List.of("社矫法")),
            Map.entry("妇女权益保障法", List.of("妇女法", "妇保法")),
            Map.entry("老年人权益保障法", List.of("老年法", "老年人保护法")),
            Map.entry("政府信息公开条例", List.of("信息公开条例")),
            Map.entry("土地管理法", List.of("土管法")),
            Map.entry("城市房地产管理法", List.of("房地产法")),
            Map.entry("企业破产法", List.of("破产法")),
            Map.entry("突发事件应对法", List.of("突发法")),
            Map.entry("传染病防治法", List.of("传防法")),
            Map.entry("全国人民代表大会和地方各级人民代表大会代表法", List.of("代表法")),
            Map.entry("各级人民代表大会常务委员会监督法", List.of("监督法")),
            Map.entry("地方各级人民代表大会和地方各级人民政府组织法", List.of("地方组织法")),
            Map.entry("保障农民工工资支付条例", List.of("农民工工资条例")),
            Map.entry("最高人民法院关于适用民事诉讼法的解释", List.of("民诉法解释", "民诉解释", "民事诉讼法解释")),
            Map.entry("最高人民法院关于适用刑事诉讼法的解释", List.of("刑诉法解释", "刑诉解释", "刑事诉讼法解释")),
            Map.entry("最高人民法院关于适用行政诉讼法的解释", List.of("行诉法解释", "行诉解释", "行政诉讼法解释")),
            Map.entry("人民法院在线调解规则", List.of("在线调解规则")),
            Map.entry("最高人民法院关于人民调解协议司法确认程序的若干规定", List.of("司法确认规定")));

    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("浙江", "33"),
            Map.entry("杭州", "33.01"),
            Map.entry("宁波", "33.02"),
            Map.entry("温州", "33.03"),
            Map.entry("嘉兴", "33.04"),
            Map.entry("湖州", "33.05"),
            Map.entry("绍兴", "33.06"),
            Map.entry("金华", "33.07"),
            Map.entry("衢州", "33.08"),
            Map.entry("舟山", "33.09"),
            Map.entry("台州", "33.10"),
            Map.entry("丽水", "33.11"),
            Map.entry("景宁", "33.11.27"),
            Map.entry("北京", "11"),
            Map.entry("天津", "12"),
            Map.entry("河北", "13"),
            Map.entry("山西", "14"),
            Map.entry("内蒙古", "15"),
            Map.entry("辽宁", "21"),
            Map.entry("吉林", "22"),
            Map.entry("黑龙江", "23"),
            Map.entry("上海", "31"),
            Map.entry("江苏", "32"),
            Map.entry("安徽", "34"),
            Map.entry("福建", "35"),
            Map.entry("江西", "36"),
            Map.entry("山东", "37"),
            Map.entry("河南", "41"),
            Map.entry("湖北", "42"),
            Map.entry("湖南", "43"),
            Map.entry("广东", "44"),
            Map.entry("广西", "45"),
            Map.entry("海南", "46"),
            Map.entry("重庆", "50"),
            Map.entry("四川", "51"),
            Map.entry("贵州", "52"),
            Map.entry("云南", "53"),
            Map.entry("西藏", "54"),
            Map.entry("陕西", "61"),
            Map.entry("甘肃", "62"),
            Map.entry("青海", "63"),
            Map.entry("宁夏", "64"),
            Map.entry("新疆", "65"));

    private LawNames() {}

    /// A name without what writers leave out or write otherwise.
    static String key(String name) {
        var plain = SIGNS.matcher(name.strip()).replaceAll("");
        plain = AMENDED.matcher(plain).replaceAll("");
        return plain.replace('(', '（').replace(')', '）').replace(STATE, "").replace('︰', '：');
    }

    /// What people call it, the longest first; without the name itself.
    static List<String> called(String name) {
        var found = new LinkedHashSet<String>();
        var key = key(name);
        found.add(key);
        found.add(TRIAL.matcher(key).replaceAll(""));
        found.addAll(USUAL.getOrDefault(key, List.of()));
        found.remove(name);
        return new ArrayList<>(found);
    }

    /// The key of the law somebody means by a name or a short name.
    static String meant(String said) {
        var key = key(said);
        for (var each : USUAL.entrySet()) {
            if (each.getValue().contains(key)) {
                return each.getKey();
            }
        }
        return key;
    }

    /// Where a local law holds, by the beginning of its name.
    static Optional<String> area(String name) {
        for (int length = 3; length >= 2; length--) {
            if (name.length() >= length) {
                var place = PLACES.get(name.substring(0, length));
                if (place != null) {
                    return Optional.of(place);
                }
            }
        }
        return Optional.empty();
    }

    /// How high it stands: by the folder it lies in, by name where that says nothing.
    static String level(String folder, String name, List<String> notes) {
        boolean courts = name.startsWith("最高人民法院") || name.startsWith("最高人民检察院");
        if (courts) {
            return "司法解释";
        }
        return switch (folder) {
            case "宪法", "行政法规", "司法解释", "部门规章", "其他" -> folder;
            case "法律解释" -> name.startsWith("全国人民代表大会常务委员会") ? "法律解释" : "司法解释";
            case "刑法", "民法典", "宪法相关法", "民法商法", "生态环境法", "社会法", "经济法", "行政法", "诉讼与非诉讼程序法", "法律" -> "法律";
            case "有关法律问题和重大问题的决定" -> "法律";
            default -> folder.endsWith("地方法规") || folder.equals("地方性法规") ? "地方性法规" : guessed(name, notes);
        };
    }

    private static String guessed(String name, List<String> notes) {
        var all = String.join("", notes);
        if (area(name).isPresent()) {
            return "地方性法规";
        }
        if (name.contains("宪法") && name.length() < 20) {
            return "宪法";
        }
        if (all.contains("全国人民代表大会")) {
            return "法律";
        }
        return all.contains("国务院") ? "行政法规" : "其他";
    }
}
