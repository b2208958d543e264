package com.faultmaven.escalations;

import com.faultmaven.cases.CaseView;
import com.faultmaven.kernel.Text;
import com.faultmaven.reports.dossiers.Gist;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The letter that is sent where nobody wrote another. */
@Component
public class LetterTemplate {

  /** How many reports are in it. */
  public static final int LINES = 3;

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\u2028\u2029]+");

  private final EscalationProperties properties;

  LetterTemplate(EscalationProperties properties) {
    this.properties = properties;
  }

  Letter about(CaseView about, Gist gist) {
    return about(about, about.status().word(), gist);
  }

  /**
   * The same where the status has another name.
   *
   * @param gist with {@link #LINES} reports at most
   */
  public Letter about(CaseView about, String status, Gist gist) {
    String title = line(about.title());
    StringBuilder body =
        new StringBuilder(
            "%s opened case %s (%s).\n\n".formatted(properties.product(), title, about.id()));
    if (!Text.isBlank(about.description())) {
      body.append("Summary: ").append(Text.trim(about.description())).append('\n');
    }
    body.append("Classification: ").append(gist.classification()).append('\n');
    body.append("Status: ").append(status).append('\n');
    body.append("Linked reports: ").append(gist.count()).append('\n');
    gist.worst().forEach(report -> body.append(line(report)).append('\n'));
    body.append("\nPlease tell us what will be done and by when.");
    return new Letter("Escalation: " + title, body.toString());
  }

  static String line(Gist.Report report) {
    String severity =
        report.severity() == null
            ? ""
            : String.format(Locale.ROOT, ", severity %.2f", report.severity());
    return "- #%s, %s%s: %s".formatted(report.seq(), report.reportedAt(), severity, words(report));
  }

  private static String words(Gist.Report report) {
    String title = report.title();
    String summary = report.summary();
    if (title != null && !Text.isBlank(title)) {
      return line(title);
    }
    return summary == null || Text.isBlank(summary) ? "Report #" + report.seq() : line(summary);
  }

  private static String line(String text) {
    return BREAKS.matcher(Text.trim(text)).replaceAll(" ");
  }
}
