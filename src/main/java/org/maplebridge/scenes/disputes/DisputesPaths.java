package org.maplebridge.scenes.disputes;

import java.util.ArrayList;
import java.util.List;
import org.maplebridge.kernel.matters.SceneView.Line;

/// Where one can turn when mediation has come to nothing, by what the dispute is about. People's Mediation Law
/// (人民调解法) art. 26.
final class DisputesPaths {

    private DisputesPaths() {}

    static List<Line> of(Category category) {
        var paths = new ArrayList<Line>();
        switch (category) {
            case WAGES -> {
                paths.add(Line.text("劳动争议仲裁", "先仲裁，再起诉；从知道权利被侵害起一年内申请（劳动争议调解仲裁法第二十七条）"));
                paths.add(Line.text("劳动监察", "向人社部门投诉拖欠工资"));
            }
            case MEDICAL -> paths.add(Line.text("医疗纠纷调解、行政处理", "向医疗纠纷人民调解委员会或者卫生健康部门申请"));
            case CONSUMER -> paths.add(Line.text("投诉", "向市场监管部门或者消费者组织投诉（消费者权益保护法第三十九条）"));
            case TRAFFIC -> paths.add(Line.text("交通事故处理", "请公安交管部门调解（道路交通安全法第七十四条）"));
            case LAND -> paths.add(Line.text("土地承包仲裁、政府处理", "向农村土地承包仲裁委员会申请；权属争议先由政府处理（土地管理法第十四条）"));
            case ENVIRONMENT, NOISE -> paths.add(Line.text("行政处理", "请生态环境或者公安机关依法处理；劝阻、调解的记录可以作证据"));
            case DEMOLITION, ADMINISTRATION ->
                paths.add(Line.text("行政复议、行政诉讼", "对行政行为不服的，六十日内复议，六个月内起诉（行政复议法第二十条、行政诉讼法第四十六条）"));
            case NEIGHBOUR, PROPERTY, HOUSING, SCHOOL, FAMILY, LENDING, FACILITIES, OTHER -> {}
        }
        paths.add(Line.text("诉讼", "向有管辖权的人民法院起诉；经济困难的，可以申请法律援助"));
        return paths;
    }
}
