package com.faultmaven.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.cases.v2.api.CaseFilterParameters;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.BindParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Parameters that the generated interfaces take as one value are all in it. */
class ParameterGroupsTest {

  @Test
  void areThoseOfTheContractInItsOrder() throws IOException {
    Constructor<?> canonical = CaseFilterParameters.class.getDeclaredConstructors()[0];
    Stream<String> read =
        Arrays.stream(canonical.getParameters())
            .map(
                parameter ->
                    parameter.isAnnotationPresent(BindParam.class)
                        ? parameter.getAnnotation(BindParam.class).value()
                        : parameter.getName());

    assertThat(read)
        .containsExactlyElementsOf(
            document()
                .path("components")
                .path("parameters")
                .valueStream()
                .filter(
                    parameter ->
                        parameter
                            .path("x-group")
                            .path("type")
                            .asString("")
                            .equals(CaseFilterParameters.class.getSimpleName()))
                .map(parameter -> parameter.path("name").asString())
                .toList());
  }

  private static JsonNode document() throws IOException {
    try (InputStream yaml =
        new ClassPathResource("contracts/openapi/cases.v2.yaml").getInputStream()) {
      return new YAMLMapper().readTree(yaml);
    }
  }
}
