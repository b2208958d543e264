package com.faultmaven.escalations;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.InvalidRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    List<TargetDetails> suggested = new ArrayList<>();
    for (Contact contact : contacts.around(caller.organizationId(), place)) {
      String email = contact.details().email();
      if (suggested.size() < most
          && contact.details().isFor(classification, place)
          && (email == null || known.add(email.toLowerCase(Locale.ROOT)))) {
        suggested.add(contact.details().suggested());
      }
    }
    return suggested;
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
