package com.faultmaven.escalations;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.InvalidRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may be written to, from the directory of the organization. */
@Service
@Transactional(readOnly = true)
public class Suggestions {

  private final ContactRows contacts;
  private final TargetRows targets;
  private final CaseAccess access;

  Suggestions(ContactRows contacts, TargetRows targets, CaseAccess access) {
    this.contacts = contacts;
    this.targets = targets;
    this.access = access;
  }

  /** Suggests each address once, and none that is a target of the case already. */
  public List<TargetDetails> suggest(
      @Nullable CaseId about,
      @Nullable Area place,
      @Nullable String classification,
      int most,
      Caller caller) {
    if (about == null && place == null) {
      throw InvalidRequest.body("", "required", "Give case_id or geometry.");
    }
    Set<String> known = about == null ? new HashSet<>() : addresses(about, caller);
    try (Stream<Contact> around = contacts.around(caller.organizationId(), place)) {
      return around
          .map(Contact::details)
          .filter(it -> it.isFor(classification, place))
          .filter(it -> it.email() == null || known.add(it.email().toLowerCase(Locale.ROOT)))
          .limit(most)
          .map(ContactDetails::suggested)
          .toList();
    }
  }

  private Set<String> addresses(CaseId about, Caller caller) {
    access.requireReadable(about, caller);
    Set<String> addresses = new HashSet<>();
    for (Target target : targets.of(about)) {
      String email = target.details().email();
      if (email != null) {
        addresses.add(email.toLowerCase(Locale.ROOT));
      }
    }
    return addresses;
  }
}
