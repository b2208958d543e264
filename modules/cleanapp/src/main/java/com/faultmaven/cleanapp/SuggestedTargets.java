package com.faultmaven.cleanapp;

import com.faultmaven.escalations.Suggestions;
import com.faultmaven.escalations.TargetDetails;
import com.faultmaven.kernel.Caller;
import com.faultmaven.reports.Analysis;
import com.faultmaven.reports.Report;
import com.faultmaven.reports.areas.Area;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may be written to about reports: those responsible for their area, then those that analyses
 * name. Who does not say who they are sees nothing of the directory.
 */
@Component
class SuggestedTargets {

  private static final int MOST = 8;

  private final Suggestions directory;

  SuggestedTargets(Suggestions directory) {
    this.directory = directory;
  }

  List<TargetDetails> of(@Nullable Area area, String classification, List<Report> reports) {
    List<TargetDetails> suggested = new ArrayList<>();
    if (area != null && Caller.isKnown()) {
      suggested.addAll(
          directory.suggest(
              new Suggestions.Wanted(null, area, List.of(), classification, MOST),
              Caller.current()));
    }
    Set<String> known = new HashSet<>();
    suggested.forEach(it -> known.add(String.valueOf(it.email()).toLowerCase(Locale.ROOT)));
    reports.stream()
        .flatMap(it -> it.analyses().stream())
        .map(Analysis::contactEmails)
        .flatMap(List::stream)
        .filter(email -> known.add(email.toLowerCase(Locale.ROOT)))
        .limit(MOST - suggested.size())
        .map(SuggestedTargets::named)
        .forEach(suggested::add);
    return suggested;
  }

  private static TargetDetails named(String email) {
    return new TargetDetails(
        "contact",
        null,
        null,
        email,
        null,
        "inferred_contact",
        0.6,
        "Named in the analysis of a report.");
  }
}
