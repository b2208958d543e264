package com.faultmaven.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.event.TransactionalEventListener;

/** Ids of listeners and names of event classes stand in rows of databases that exist. */
class StoredNamesTest {

  private static final String LIST = "stored-names.txt";

  private static final List<Method> LISTENERS =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests()).importPackages("com.faultmaven").stream()
              .flatMap(type -> type.getMethods().stream())
              .filter(method -> method.isMetaAnnotatedWith(TransactionalEventListener.class))
              .map(JavaMethod::reflect)
              .toList();

  @Test
  void areThoseOfTheList() throws IOException {
    assertThat(LISTENERS.stream().map(StoredNamesTest::names))
        .as(
            "Publications under a name that is missing here can be delivered to nobody and end as"
                + " dead letters. So a listener keeps its id and an event its class; a new one is"
                + " added to %s, and a line goes when no database can hold such a row any more.",
            LIST)
        .containsExactlyInAnyOrderElementsOf(listed());
  }

  @Test
  void areUniqueAndNotMadeOfTheNamesOfMethods() {
    assertThat(LISTENERS).allSatisfy(method -> assertThat(id(method)).matches("[a-z0-9.-]+"));
    assertThat(LISTENERS.stream().map(StoredNamesTest::id)).doesNotHaveDuplicates();
  }

  private static String names(Method listener) {
    return id(listener) + " " + listener.getParameterTypes()[0].getName();
  }

  private static String id(Method listener) {
    EventListener annotation =
        AnnotatedElementUtils.findMergedAnnotation(listener, EventListener.class);
    return annotation == null ? "" : annotation.id();
  }

  private static List<String> listed() throws IOException {
    try (InputStream list = new ClassPathResource(LIST).getInputStream()) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
