package com.faultmaven.app.docs;

import java.io.InputStream;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/**
 * YAML as people write it: text in blocks, quotes only where a reader would take a string wrongly.
 */
final class Yaml {

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder().stringQuotingChecker(new ReadAlikeEverywhere()).build())
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
          .enable(
              YAMLWriteFeature.MINIMIZE_QUOTES,
              YAMLWriteFeature.LITERAL_BLOCK_STYLE,
              YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
          .build();

  private static final int MAX_ALIASES = 1000;

  private Yaml() {}

  /** With what anchors stand for in the place of every alias. */
  static JsonNode read(InputStream yaml) {
    LoadSettings settings = LoadSettings.builder().setMaxAliasesForCollections(MAX_ALIASES).build();
    return MAPPER.valueToTree(new Load(settings).loadFromInputStream(yaml));
  }

  static byte[] write(JsonNode tree) {
    return MAPPER.writeValueAsBytes(tree);
  }

  /** What begins like a number may be one, or a date, to a reader of YAML 1.1. */
  private static final class ReadAlikeEverywhere extends StringQuotingChecker.Default {

    private static final long serialVersionUID = 1;
    private static final Pattern BEGINNING_OF_NUMBERS = Pattern.compile("[-+.]?[0-9]|[~=<]");
    private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+");

    @Override
    public boolean needToQuoteValue(String value) {
      return beginsLikeANumber(value) || super.needToQuoteValue(value);
    }

    @Override
    public boolean needToQuoteName(String name) {
      return beginsLikeANumber(name) || super.needToQuoteName(name);
    }

    private static boolean beginsLikeANumber(String text) {
      return BEGINNING_OF_NUMBERS.matcher(text).lookingAt() && !VERSION.matcher(text).matches();
    }
  }
}
