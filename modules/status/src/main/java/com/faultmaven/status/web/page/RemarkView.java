package com.faultmaven.status.web.page;

import com.faultmaven.status.page.Remark;
import com.faultmaven.status.web.page.Times.Moment;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a timeline.
 *
 * @param corrected when it was corrected last, or null
 */
record RemarkView(String status, Moment at, @Nullable Moment corrected, String html) {

  static RemarkView of(Remark remark, Times times) {
    return new RemarkView(
        remark.status().words(),
        times.moment(remark.at()),
        remark.correctedAt() == null ? null : times.moment(remark.correctedAt()),
        Markdown.html(remark.message()));
  }
}
