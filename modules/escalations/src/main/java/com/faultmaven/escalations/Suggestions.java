package com.faultmaven.escalations;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.mail.Mail;
import com.faultmaven.reports.Box;
import com.faultmaven.reports.areas.Area;
import com.faultmaven.reports.areas.GeoJson;
import com.faultmaven.reports.areas.Region;
import com.faultmaven.reports.dossiers.Dossier;
import com.faultmaven.reports.dossiers.SaidOfCases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Who may be written to: those of the directory who are responsible, then those reports name. */
@Service
@Transactional
public class Suggestions {

  private static final JsonMapper JSON = new JsonMapper();

  private final ContactRows contacts;
  private final TargetRows targets;
  private final CaseAccess access;
  private final SaidOfCases reports;

  Suggestions(ContactRows contacts, TargetRows targets, CaseAccess access, SaidOfCases reports) {
    this.contacts = contacts;
    this.targets = targets;
    this.access = access;
    this.reports = reports;
  }

  /**
   * For what somebody looks for targets.
   *
   * @param place null for that of the case
   * @param classification null for every kind of trouble
   */
  public record Wanted(
      @Nullable CaseId about,
      @Nullable Area place,
      List<String> reportIds,
      @Nullable String classification,
      int most) {}

  /** Suggests each address once, and none that is a target of the case already. */
  public List<TargetDetails> suggest(Wanted wanted, Caller caller) {
    CaseId about = wanted.about();
    if (about == null && wanted.place() == null && wanted.reportIds().isEmpty()) {
      throw InvalidRequest.body("", "required", "Give case_id, geometry or report_ids.");
    }
    Set<String> known = about == null ? new HashSet<>() : addresses(about, caller);
    List<TargetDetails> suggested = new ArrayList<>(responsible(wanted, known, caller));
    named(wanted, wanted.most() + known.size(), caller).stream()
        .filter(Mail::isAddress)
        .filter(email -> known.add(email.toLowerCase(Locale.ROOT)))
        .limit(wanted.most() - suggested.size())
        .map(TargetDetails::inferred)
        .forEach(suggested::add);
    return suggested;
  }

  /** As many addresses as may be needed if all that are known are among them. */
  private List<String> named(Wanted wanted, int most, Caller caller) {
    List<String> named = new ArrayList<>();
    if (wanted.about() != null) {
      named.addAll(reports.addresses(wanted.about(), most));
    }
    if (!wanted.reportIds().isEmpty()) {
      named.addAll(reports.addresses(wanted.reportIds(), most, caller));
    }
    return named;
  }

  private List<TargetDetails> responsible(Wanted wanted, Set<String> known, Caller caller) {
    Region place = place(wanted);
    try (Stream<Contact> around = contacts.around(caller.organizationId(), place)) {
      return around
          .map(Contact::details)
          .filter(it -> it.isFor(wanted.classification(), place))
          .filter(it -> it.email() == null || known.add(it.email().toLowerCase(Locale.ROOT)))
          .limit(wanted.most())
          .map(ContactDetails::suggested)
          .toList();
    }
  }

  private @Nullable Region place(Wanted wanted) {
    if (wanted.place() != null) {
      return Region.of(wanted.place());
    }
    return wanted.about() == null ? null : place(reports.dossier(wanted.about()));
  }

  /** Where a case is: what somebody drew, or else what surrounds its reports; null for nowhere. */
  private static @Nullable Region place(Dossier dossier) {
    if (dossier.geometry() != null) {
      return Region.of(GeoJson.stored(JSON.readValue(dossier.geometry(), Map.class)));
    }
    Box bounds = dossier.bounds();
    return bounds == null ? null : Region.of(bounds);
  }

  private Set<String> addresses(CaseId about, Caller caller) {
    access.requireReadable(about, caller);
    Set<String> addresses = new HashSet<>();
    for (Target target : targets.of(reports.together(about))) {
      String email = target.details().email();
      if (email != null) {
        addresses.add(email.toLowerCase(Locale.ROOT));
      }
    }
    return addresses;
  }
}
