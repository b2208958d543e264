package com.faultmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.Operations;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a document promises is done by one handler, which is found by the operation. */
@IntegrationTest
class HandlersTest {

  @Autowired private com.faultmaven.web.contract.Operations operations;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  @Test
  void areThereOnceForEachOperation() {
    assertThat(
            mapping.getHandlerMethods().keySet().stream()
                .flatMap(operations::mappedBy)
                .filter(operation -> operation.path().matches("/(api|v1)/.*"))
                .map(Object::toString))
        .containsExactlyInAnyOrderElementsOf(
            Operations.all().stream()
                .map(it -> it.method().toUpperCase(Locale.ROOT) + " " + it.path())
                .toList());
  }
}
