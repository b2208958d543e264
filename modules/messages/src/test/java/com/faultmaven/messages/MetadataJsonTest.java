package com.faultmaven.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.cases.Metadata;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MetadataJsonTest {

  @Test
  void keepsEveryDigitOfANumber() {
    String json = "{\"pi\":3.14159265358979323846,\"big\":123456789012345678901234567890}";

    Metadata read = MetadataJson.read(json);

    assertThat(read.values()).containsEntry("pi", new BigDecimal("3.14159265358979323846"));
    assertThat(MetadataJson.write(read)).isEqualTo(json);
  }

  @Test
  void keepsNullsAndWhatIsNested() {
    String json = "{\"a\":null,\"b\":{\"c\":[1,{\"d\":null}]}}";

    assertThat(MetadataJson.write(MetadataJson.read(json))).isEqualTo(json);
  }
}
