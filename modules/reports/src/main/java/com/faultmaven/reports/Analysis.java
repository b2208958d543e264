package com.faultmaven.reports;

import com.faultmaven.cases.Metadata;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a report says in one language. Texts are kept as they were sent, empty for none.
 *
 * @param severity 0 to 1
 */
public record Analysis(
    String language,
    String title,
    String summary,
    String description,
    String classification,
    double severity,
    String brand,
    List<String> contactEmails,
    Metadata metadata) {

  /** What kind of trouble it is unless somebody says. */
  public static final String PHYSICAL = "physical";

  private static final String ENGLISH = "en";

  public Analysis {
    contactEmails = List.copyOf(contactEmails);
  }

  /** The one in English, else the first by the code of its language. */
  public static Optional<Analysis> preferred(Collection<Analysis> analyses) {
    Optional<Analysis> english =
        analyses.stream().filter(it -> it.language.equalsIgnoreCase(ENGLISH)).findFirst();
    return english.isPresent()
        ? english
        : analyses.stream().min(Comparator.comparing(Analysis::language));
  }

  boolean isOf(String other) {
    return language.equalsIgnoreCase(other);
  }

  /** About how many characters it has. */
  int size() {
    return title.length()
        + summary.length()
        + description.length()
        + brand.length()
        + metadata.json().length()
        + contactEmails.stream().mapToInt(String::length).sum();
  }
}
