package com.faultmaven.status.web.page;

import java.util.List;

/** What began on a day. */
record DayView(String date, List<NoticeView> notices) {}
