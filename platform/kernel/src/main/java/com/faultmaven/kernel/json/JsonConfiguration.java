package com.faultmaven.kernel.json;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.openapitools.jackson.nullable.JsonNullableJackson3Module;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.module.SimpleModule;

@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

  /**
   * Events are read as they were stored, too; bodies pass bounds of their own first. An answer that
   * breaks off does not look complete.
   */
  @Bean
  JsonFactoryBuilderCustomizer storedJson() {
    return json -> StoredJson.asPrinted(json).disable(StreamWriteFeature.AUTO_CLOSE_CONTENT);
  }

  @Bean
  JsonMapperBuilderCustomizer contractJson() {
    SimpleModule timestamps =
        new SimpleModule("timestamps")
            .addSerializer(OffsetDateTime.class, new Timestamp<>(OffsetDateTime::toInstant))
            .addSerializer(Instant.class, new Timestamp<>(moment -> moment));
    return json ->
        json.addModules(new JsonNullableJackson3Module(), timestamps)
            // free-form JSON of the caller is kept as given, to the last digit
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
  }
}
