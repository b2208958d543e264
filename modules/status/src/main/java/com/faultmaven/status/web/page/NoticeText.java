package com.faultmaven.status.web.page;

import com.faultmaven.status.subscriptions.MailWriter.Letter;
import com.faultmaven.status.subscriptions.MailWriter.Told;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notice for readers of plain text. */
final class NoticeText {

  private NoticeText() {}

  static String of(Told told, String status, @Nullable String message, Times times, String link) {
    List<String> parts = new ArrayList<>();
    parts.add(told.title() + "\n" + status + ", " + times.moment(told.at()).text());
    if (told.from() != null && told.until() != null) {
      parts.add(
          "From %s to %s"
              .formatted(times.moment(told.from()).text(), times.moment(told.until()).text()));
    }
    if (message != null) {
      parts.add(message);
    }
    if (!told.services().isEmpty()) {
      parts.add("Affects " + String.join(", ", told.services()));
    }
    parts.add(link);
    parts.add("-- \nTo be told no more: " + Letter.UNSUBSCRIBE);
    return String.join("\n\n", parts) + "\n";
  }
}
