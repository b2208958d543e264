package com.faultmaven.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** The rules of CONTRIBUTING.md that a machine can hold. */
@AnalyzeClasses(packages = "com.faultmaven", importOptions = DoNotIncludeTests.class)
class CodeRulesTest {

  private static final String GENERATED = "com.faultmaven.contracts..(api|model)..";

  /**
   * The packages of contexts that keep something; their adapters live in packages of these names.
   */
  private static final String[] DOMAINS =
      Layout.contextsWithTables().stream()
          .map(context -> "com.faultmaven." + context + "..")
          .toArray(String[]::new);

  @ArchTest
  static final ArchRule domainKnowsNeitherWebNorContract =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAINS)
          .and()
          .resideOutsideOfPackages("com.faultmaven.*.web..", "com.faultmaven.*.events..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.web..",
              "org.springframework.http..",
              "jakarta.servlet..",
              "com.faultmaven.contracts..");

  @ArchTest
  static final ArchRule controllersAreNotPublic =
      classes()
          .that()
          .areMetaAnnotatedWith(Controller.class)
          .or()
          .areMetaAnnotatedWith(ControllerAdvice.class)
          .should()
          .bePackagePrivate();

  @ArchTest
  static final ArchRule controllersImplementAGeneratedInterface =
      classes()
          .that()
          .areMetaAnnotatedWith(Controller.class)
          .and()
          .resideInAPackage("com.faultmaven.*..web")
          .should()
          .implement(resideInAnyPackage(GENERATED));

  @ArchTest
  static final ArchRule everyPromisedOperationIsServed =
      classes()
          .that()
          .resideInAPackage("com.faultmaven.contracts..api")
          .and()
          .areInterfaces()
          .should(beImplemented());

  @ArchTest
  static final ArchRule entitiesAreNotPublic =
      classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

  @ArchTest
  static final ArchRule repositoriesAreNotPublic =
      classes().that().areAssignableTo(Repository.class).should().bePackagePrivate();

  @ArchTest
  static final ArchRule listenersAreNotPublic =
      methods()
          .that()
          .areMetaAnnotatedWith(EventListener.class)
          .should()
          .bePackagePrivate()
          .andShould()
          .beDeclaredInClassesThat()
          .arePackagePrivate();

  @ArchTest
  static final ArchRule dependenciesComeThroughConstructors =
      fields().should().notBeAnnotatedWith(Autowired.class);

  @ArchTest
  static final ArchRule timeComesFromTheClockBean =
      noClasses()
          .should()
          .accessTargetWhere(readsTheWallClock())
          .because("a test must be able to say what time it is");

  @ArchTest
  static final ArchRule namesComeFromTheDomain =
      noClasses()
          .that(not(resideInAnyPackage(GENERATED)))
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould(
              com.tngtech.archunit.lang.conditions.ArchConditions.be(
                  simpleNameEndingWith("Util").or(simpleNameEndingWith("Utils"))));

  @ArchTest
  static final ArchRule packagesAreModulesAndNotLayers =
      noClasses()
          .that(not(resideInAnyPackage(GENERATED)))
          .should()
          .resideInAnyPackage(
              "..service..", "..model..", "..dto..", "..util..", "..impl..", "..common..");

  @ArchTest
  static final ArchRule packagesAreNullMarked =
      classes()
          .that(not(resideInAnyPackage(GENERATED)))
          .should()
          .resideInAPackage("com.faultmaven..")
          .andShould(PackageConditions.resideInNullMarkedPackages());

  private static DescribedPredicate<JavaAccess<?>> readsTheWallClock() {
    Set<String> clocks =
        List.of(
                Instant.class,
                LocalDate.class,
                LocalDateTime.class,
                OffsetDateTime.class,
                ZonedDateTime.class)
            .stream()
            .map(Class::getName)
            .collect(java.util.stream.Collectors.toSet());
    return DescribedPredicate.describe(
        "read the wall clock",
        access ->
            access.getTargetOwner().isEquivalentTo(System.class)
                    && access.getName().equals("currentTimeMillis")
                || clocks.contains(access.getTargetOwner().getName())
                    && access.getName().equals("now")
                    && !takesAClock(access));
  }

  private static boolean takesAClock(JavaAccess<?> access) {
    return access instanceof com.tngtech.archunit.core.domain.JavaMethodCall call
        && call.getTarget().getRawParameterTypes().stream()
            .anyMatch(parameter -> parameter.isEquivalentTo(Clock.class));
  }

  private static ArchCondition<JavaClass> beImplemented() {
    return new ArchCondition<>("be implemented by a controller") {
      @Override
      public void check(JavaClass api, ConditionEvents events) {
        boolean served = api.getSubclasses().stream().anyMatch(type -> !type.isInterface());
        events.add(new SimpleConditionEvent(api, served, "nothing implements " + api.getName()));
      }
    };
  }
}
