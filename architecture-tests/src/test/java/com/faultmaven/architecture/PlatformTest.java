package com.faultmaven.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.events.ConsumedEvent;
import com.faultmaven.contracts.events.ProducedEvent;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is below platform/ serves any context, and what a context publishes is logged there. */
class PlatformTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("com.faultmaven");

  private static final String EVENTS = "com.faultmaven.contracts.*.events";

  /**
   * What English and Java mean by the words of a context, or nearly so; and the contract in which
   * the operations of the platform stand: feed, dead letters, publisher, deprecated usage.
   */
  private static final Pattern INNOCENT =
      Pattern.compile(
          "(?m)^\\s*case [^\\n]*|[{}] case |(?:in (?:any|which)|(?:upper|lower)[- ])\\s*case\\b"
              + "|^import com\\.faultmaven\\.contracts\\.cases\\.v2\\.(api|model)\\.\\w+;"
              + "|\\bcom\\.faultmaven\\.contracts\\.cases\\.v2\\.model\\.\\w+");

  /** Packages, types, members, paths and the nouns of cases, messages and tags. */
  private static final Pattern WORDS =
      Pattern.compile(
          """
          com\\.faultmaven\\.(cases|casesv1|messages|tags)\\b\
          |\\bCases?[A-Z]\\w*|\\bCASES?_\\w+|\\b[Cc]ases?\\b\
          |\\b(case|message|turn|tag)s?_[a-z]\\w*|["/](messages?|tags?)["/]|\\btags\\[\
          |\\bMessageAdded\\w*|\\bTagsChanged\\w*|\\b[Cc]onversations?\\b""");

  @Test
  void speaksNoWordOfAContext() {
    Map<String, String> sources = Sources.of("platform");
    sources.keySet().removeIf(file -> file.startsWith("platform/testing/"));
    assertThat(sources).hasSizeGreaterThan(100);

    assertThat(sources.entrySet().stream().flatMap(PlatformTest::words))
        .as("A context brings its words by a bean: OlderForm, EventConsumer, KeptMembers, …")
        .isEmpty();
  }

  private static Stream<String> words(Map.Entry<String, String> source) {
    String text = INNOCENT.matcher(source.getValue()).replaceAll(" ");
    return WORDS
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(it -> source.getKey() + ": " + it);
  }

  @Test
  void knowsTheWordsItLooksFor() {
    List<String> texts =
        List.of(
            "com.faultmaven.cases.CaseId",
            "CaseCreatedV1.CHANNEL",
            "\"case_id\"",
            "\"message_id\"",
            "CASE_NOT_FOUND",
            "the key is the case",
            "POST /api/v1/cases/{id}",
            "\"tags\"");
    assertThat(texts).allMatch(text -> WORDS.matcher(text).find());
    assertThat(INNOCENT.matcher("    case PARKED -> upper case").replaceAll(" "))
        .doesNotContain("case");
  }

  @Test
  void knowsNoEventOfAContext() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "com.faultmaven.kernel..",
            "com.faultmaven.database..",
            "com.faultmaven.jobs..",
            "com.faultmaven.web..",
            "com.faultmaven.messaging..")
        .should()
        .dependOnClassesThat(resideInAPackage(EVENTS))
        .check(CLASSES);
  }

  /** The log writes what is a {@link ProducedEvent}, and the contract decides what is one. */
  @Test
  void logsEveryEventThatAModulePublishes() {
    classes()
        .that()
        .resideInAPackage(EVENTS)
        .and(havingAChannel())
        .should()
        .beAssignableTo(assignableTo(ProducedEvent.class).or(assignableTo(ConsumedEvent.class)))
        .check(CLASSES);
    noClasses()
        .should()
        .callConstructorWhere(targetOwner(assignableTo(ConsumedEvent.class)))
        .because("an event of another service that is published here would stand in no log")
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> havingAChannel() {
    return describe("have a channel", it -> it.tryGetField("CHANNEL").isPresent());
  }
}
