package com.faultmaven.escalations;

import com.faultmaven.cases.CaseView;
import com.faultmaven.kernel.Text;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The letter that is sent where nobody wrote another. */
@Component
class LetterTemplate {

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\u2028\u2029]+");

  private final EscalationProperties properties;

  LetterTemplate(EscalationProperties properties) {
    this.properties = properties;
  }

  Letter about(CaseView about) {
    String title = BREAKS.matcher(about.title()).replaceAll(" ");
    StringBuilder body =
        new StringBuilder(
            "%s opened case %s (%s).\n\n".formatted(properties.product(), title, about.id()));
    if (!Text.isBlank(about.description())) {
      body.append("Summary: ").append(Text.trim(about.description())).append('\n');
    }
    body.append("Status: ").append(about.status().word()).append("\n\n");
    body.append("Please tell us what will be done and by when.");
    return new Letter("Escalation: " + title, body.toString());
  }
}
