package com.faultmaven.web.contract;

import com.faultmaven.kernel.InvalidRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as RFC 8259 means it: one value, in UTF-8, no name twice, nothing lost. */
final class StrictJson {

  private static final int DEEPEST = 100;

  /** More than fit into the largest metadata; a tree of them takes about a megabyte. */
  private static final int MOST_TOKENS = 20_000;

  private static final JsonFactory TOKENS =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxTokenCount(MOST_TOKENS)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private static final ObjectReader TREES =
      JsonMapper.builder(TOKENS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .readerFor(JsonNode.class);

  private StrictJson() {}

  /**
   * The value these bytes are. Its tokens are looked at before anything is made of them.
   *
   * @param findings gets what cannot be kept as it is
   * @throws MalformedBody if they are not exactly one value
   * @throws InvalidRequest if there are numbers too extreme to make anything of
   */
  static JsonNode read(byte[] body, Findings findings) {
    String text = decoded(body);
    if (text.isBlank()) {
      throw MalformedBody.empty();
    }
    try (JsonParser tokens = TOKENS.createParser(ObjectReadContext.empty(), text)) {
      if (!TextAndNumbers.check(tokens, findings)) {
        throw InvalidRequest.body(findings.all());
      }
      return TREES.readValue(text);
    } catch (JacksonException malformed) {
      throw MalformedBody.notJson(malformed);
    }
  }

  private static String decoded(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException malformed) {
      throw MalformedBody.notUtf8();
    }
  }
}
