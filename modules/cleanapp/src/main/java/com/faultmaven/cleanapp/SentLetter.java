package com.faultmaven.cleanapp;

import com.faultmaven.escalations.KnownTargets;
import com.faultmaven.escalations.Target;
import com.faultmaven.kernel.Text;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A letter as far as it was written.
 *
 * @param targets numbers of targets; none for all
 * @param copies as they were sent
 * @param subject empty for the usual one, like the body
 */
record SentLetter(List<Long> targets, List<String> copies, String subject, String body) {

  private static final Pattern BETWEEN = Pattern.compile("[,;\\s\\p{Z}\\x{85}\\x{FEFF}]+");
  private static final int MOST = 100;
  private static final int MOST_COPIES = 20;
  private static final int LONGEST_SUBJECT = 250;
  private static final int LONGEST_BODY = 50_000;

  static SentLetter in(SentJson body) {
    String subject = Text.trim(body.text("subject", LONGEST_SUBJECT));
    if (Lines.areBroken(subject)) {
      throw Refused.because("subject must have no control characters");
    }
    return new SentLetter(
        body.numbers("target_ids", MOST),
        body.texts("cc_emails", MOST),
        subject,
        Text.trim(body.text("body", LONGEST_BODY)));
  }

  /** Those of the targets of a case that it goes to. */
  List<Target> chosen(List<Target> ofTheCase) {
    Set<Long> numbers = Set.copyOf(targets);
    return ofTheCase.stream()
        .filter(it -> it.details().email() != null)
        .filter(it -> numbers.isEmpty() || numbers.contains(it.number()))
        .toList();
  }

  /**
   * Who gets a copy beside those it goes to, in the order of the alphabet.
   *
   * @throws Refused if they are too many
   */
  List<String> copiesBeside(List<Target> chosen) {
    Set<String> others = addresses(chosen);
    List<String> all =
        copies.stream()
            .flatMap(BETWEEN::splitAsStream)
            .map(it -> it.toLowerCase(Locale.ROOT))
            .filter(KnownTargets::isAddress)
            .filter(it -> !others.contains(it))
            .distinct()
            .sorted()
            .toList();
    if (all.size() > MOST_COPIES) {
      throw Refused.because("cc_emails has more than " + MOST_COPIES + " addresses");
    }
    return all;
  }

  /** Addresses of targets in lower case. */
  static Set<String> addresses(Collection<Target> targets) {
    return targets.stream()
        .flatMap(it -> Stream.ofNullable(it.details().email()))
        .map(it -> it.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
