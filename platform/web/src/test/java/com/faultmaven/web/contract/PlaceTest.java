package com.faultmaven.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PlaceTest {

  private final Place document =
      Place.top(
          ContractConfiguration.registry(),
          URI.create("classpath:/contracts/openapi/edge-test.yaml"));

  /** A document is read and kept once, however many schemas of it there are. */
  @Test
  void givesSchemasThatStandInTheOneDocument() {
    Place schemas = document.property("components").property("schemas");
    assertThat(schemas.properties())
        .isNotEmpty()
        .allSatisfy(
            schema ->
                assertThat(schema.getValue().schema().getSchemaNode())
                    .isSameAs(schema.getValue().node()));
  }
}
