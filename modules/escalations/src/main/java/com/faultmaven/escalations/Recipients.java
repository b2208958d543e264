package com.faultmaven.escalations;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Violation;
import com.faultmaven.mail.Mail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who a letter goes to: each address once, as a target rather than a copy.
 *
 * @param copies addresses in lower case
 */
record Recipients(List<Target> targets, List<String> copies) {

  /**
   * Finds them among the targets of the case.
   *
   * @throws InvalidRequest naming each target that is not the case's, and each address that is none
   */
  static Recipients of(LetterRequest request, List<Target> ofTheCase) {
    List<Violation> violations = new ArrayList<>();
    List<Target> meant =
        request.targetIds() == null
            ? ofTheCase
            : chosen(request.targetIds(), ofTheCase, violations);
    Map<String, Target> byAddress = new LinkedHashMap<>();
    for (Target target : meant) {
      String email = target.details().email();
      if (email != null) {
        byAddress.putIfAbsent(email.toLowerCase(Locale.ROOT), target);
      }
    }
    List<String> copies = copies(request.ccEmails(), violations);
    copies.removeAll(byAddress.keySet());
    if (!violations.isEmpty()) {
      throw InvalidRequest.body(violations);
    }
    return new Recipients(List.copyOf(byAddress.values()), copies);
  }

  private static List<Target> chosen(
      List<String> ids, List<Target> ofTheCase, List<Violation> violations) {
    Map<String, Target> byId =
        ofTheCase.stream().collect(Collectors.toMap(it -> it.id().value(), Function.identity()));
    List<Target> chosen = new ArrayList<>();
    for (int n = 0; n < ids.size(); n++) {
      Target target = byId.get(ids.get(n));
      if (target == null) {
        violations.add(
            Violation.inBody("/target_ids/" + n, "unknown_value", "The case has no such target."));
      } else {
        chosen.add(target);
      }
    }
    return chosen;
  }

  private static List<String> copies(List<String> sent, List<Violation> violations) {
    List<String> copies = new ArrayList<>();
    for (int n = 0; n < sent.size(); n++) {
      String email = sent.get(n).toLowerCase(Locale.ROOT);
      if (!Mail.isAddress(email)) {
        violations.add(
            Violation.inBody(
                "/cc_emails/" + n,
                "invalid_format",
                "cc_emails/" + n + " must be an address that mail can be sent to."));
      } else if (!copies.contains(email)) {
        copies.add(email);
      }
    }
    return copies;
  }

  int count() {
    return targets.size() + copies.size();
  }

  /** Each address in lower case. */
  List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    for (Target target : targets) {
      addresses.add(String.valueOf(target.details().email()).toLowerCase(Locale.ROOT));
    }
    addresses.addAll(copies);
    return addresses;
  }
}
