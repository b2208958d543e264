package com.faultmaven.escalations;

import com.faultmaven.cases.CaseView;
import com.faultmaven.kernel.Text;
import com.faultmaven.mail.Attachment;
import com.faultmaven.reports.Box;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.dossiers.Dossier;
import com.faultmaven.reports.dossiers.Gist;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known of a case on some pages, as a PDF that goes with a letter. */
final class Memo {

  /** How many reports are in it, the worst. */
  static final int REPORTS = 50;

  private final MemoPages pages;

  private Memo(MemoPages pages) {
    this.pages = pages;
  }

  static Attachment about(CaseView about, Dossier dossier, Gist gist, Instant now) {
    Memo memo = new Memo(new MemoPages(about.title(), now));
    memo.add(about);
    memo.add(dossier);
    memo.add(gist);
    return new Attachment("memo-" + about.id() + ".pdf", "application/pdf", memo.pages.close());
  }

  private void add(CaseView about) {
    pages.heading(about.title(), 16);
    pages.paragraph(about.id() + ", " + about.status().word());
    if (!Text.isBlank(about.description())) {
      pages.paragraph(about.description());
    }
  }

  private void add(Dossier dossier) {
    pages.heading("What is known", 12);
    pages.paragraph("Type: " + dossier.type());
    pages.paragraph("Classification: " + dossier.classification());
    pages.paragraph(
        String.format(
            Locale.ROOT,
            "Severity: %.2f, urgency: %.2f",
            dossier.scores().severity(),
            dossier.scores().urgency()));
    if (dossier.firstSeenAt() != null) {
      pages.paragraph("Seen: " + dossier.firstSeenAt() + " to " + dossier.lastSeenAt());
    }
    if (dossier.bounds() != null) {
      pages.paragraph("Place: " + between(dossier.bounds()));
    }
    if (dossier.uncertaintyNotes() != null) {
      pages.paragraph("Not certain: " + dossier.uncertaintyNotes());
    }
  }

  private static String between(Box box) {
    String from = geo(new Place(box.west(), box.south()));
    String to = geo(new Place(box.east(), box.north()));
    return from.equals(to) ? from : from + " to " + to;
  }

  private void add(Gist gist) {
    String left = gist.count() > gist.worst().size() ? ", the worst " + gist.worst().size() : "";
    pages.heading("Linked reports: " + gist.count() + left, 12);
    for (Gist.Report report : gist.worst()) {
      pages.paragraph(LetterTemplate.line(report) + at(report.place()));
      if (report.summary() != null && !Text.isBlank(report.summary())) {
        pages.paragraph(report.summary());
      }
    }
  }

  private static String at(@Nullable Place place) {
    return place == null ? "" : ", " + geo(place);
  }

  /** As maps read it (RFC 5870): latitude, then longitude. */
  private static String geo(Place place) {
    return String.format(Locale.ROOT, "geo:%.6f,%.6f", place.latitude(), place.longitude());
  }
}
