package com.faultmaven.status.web.page;

import com.faultmaven.status.ServiceId;
import com.faultmaven.status.page.Notice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts notices under the days on which they began, the newest first. */
final class Days {

  private Days() {}

  static List<DayView> of(
      List<Notice> notices, PageAddress page, Times times, Map<ServiceId, String> names) {
    Map<LocalDate, List<NoticeView>> days = new LinkedHashMap<>();
    notices.stream()
        .sorted(Comparator.comparing(Notice::startedAt).reversed())
        .forEach(
            notice ->
                days.computeIfAbsent(times.dayOf(notice.startedAt()), _ -> new ArrayList<>())
                    .add(NoticeView.of(notice, page, times, names)));
    return days.entrySet().stream()
        .map(day -> new DayView(Times.date(day.getKey()), day.getValue()))
        .toList();
  }
}
