package com.faultmaven.web.contract;

import com.faultmaven.kernel.json.StoredJson;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import tools.jackson.databind.JsonNode;

/** The bound of free-form JSON: its size as it is kept. */
final class MaxBytes extends AbstractKeyword {

  static final String KEYWORD = "x-max-bytes";

  MaxBytes() {
    super(KEYWORD);
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode bound, Schema parent, SchemaContext context) {
    return new Measure(this, bound, location, parent, context);
  }

  private static final class Measure extends BaseKeywordValidator {

    Measure(
        Keyword keyword,
        JsonNode bound,
        SchemaLocation location,
        Schema parent,
        SchemaContext context) {
      super(keyword, bound, location, parent, context);
    }

    @Override
    public void validate(
        ExecutionContext execution, JsonNode value, JsonNode body, NodePath location) {
      if (bytesOf(value) > schemaNode.asInt()) {
        execution.addError(
            error()
                .instanceNode(value)
                .instanceLocation(location)
                .evaluationPath(execution.getEvaluationPath())
                .message("too large")
                .build());
      }
    }

    private static long bytesOf(JsonNode value) {
      return value.isContainer() ? StoredJson.size(value) : 0;
    }
  }
}
