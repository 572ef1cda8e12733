/// Days and periods of the law: which days count, when a period ends, and the proof of it.
///
/// Every answer carries a [Proof] by which a person can recompute it by hand, with the paper of the State Council
/// behind each day off. A year whose paper is missing is never guessed at: the answer is then [Due.Awaiting], a lower
/// bound in which every day of that year counts as working and no end is postponed.
///
/// Grounds: 民法典第二百条至第二百零三条；民事诉讼法第八十五条；刑事诉讼法第一百零五条；最高人民法院关于适用
/// 刑事诉讼法的解释第二百零二条；全国年节及纪念日放假办法（2024 年修订）第二条、第六条、第七条.
///
/// "法定休假日" (民法典第二百零三条) is read as every rest day of the calendar in force: the days off of the yearly
/// notice and the Saturdays and Sundays it has not made working days. A make-up working day is no such day.
@ApplicationModule(
        id = "calendar",
        displayName = "日历与期限",
        allowedDependencies = {"ground"})
@NullMarked
package org.maplebridge.kernel.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
