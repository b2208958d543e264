package com.faultmaven.web.contract;

import com.faultmaven.kernel.InvalidRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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

  /**
   * More than fit into the largest metadata; a tree of them takes about a megabyte. An operation
   * that takes larger bodies takes more of them in proportion.
   */
  private static final int MOST_TOKENS = 20_000;

  private static final int USUAL_BODY = 1024 * 1024;

  private static final StrictJson USUAL = new StrictJson(MOST_TOKENS);

  private static final Map<Integer, StrictJson> LARGER = new ConcurrentHashMap<>();

  private final JsonFactory tokens;
  private final ObjectReader trees;

  private StrictJson(int most) {
    tokens =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxTokenCount(most)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();
    trees =
        JsonMapper.builder(tokens)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .readerFor(JsonNode.class);
  }

  /** For bodies of an operation, which says how large they may be, or does not. */
  static StrictJson upTo(@Nullable Long mostBytes) {
    if (mostBytes == null || mostBytes <= USUAL_BODY) {
      return USUAL;
    }
    int times = (int) Math.min(mostBytes / USUAL_BODY, Integer.MAX_VALUE / MOST_TOKENS);
    return LARGER.computeIfAbsent(times, it -> new StrictJson(it * MOST_TOKENS));
  }

  /** As bodies usually are. */
  static JsonNode read(byte[] body, Findings findings) {
    return USUAL.value(body, findings);
  }

  /**
   * The value these bytes are. Its tokens are looked at before anything is made of them.
   *
   * @param findings gets what cannot be kept as it is
   * @throws MalformedBody if they are not exactly one value
   * @throws InvalidRequest if there are numbers too extreme to make anything of
   */
  JsonNode value(byte[] body, Findings findings) {
    String text = decoded(body);
    if (text.isBlank()) {
      throw MalformedBody.empty();
    }
    try (JsonParser parser = tokens.createParser(ObjectReadContext.empty(), text)) {
      if (!TextAndNumbers.check(parser, findings)) {
        throw InvalidRequest.body(findings.all());
      }
      return trees.readValue(text);
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
