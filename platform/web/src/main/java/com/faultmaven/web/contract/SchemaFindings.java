package com.faultmaven.web.contract;

import com.faultmaven.kernel.Violation;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a schema has against a value, one finding a place where one says it all. */
final class SchemaFindings {

  private static final ExecutionConfig WITH_FORMATS =
      ExecutionConfig.builder().formatAssertionsEnabled(true).build();

  private SchemaFindings() {}

  static Stream<Violation> of(Schema schema, JsonNode body) {
    return findings(schema, body, Trail.START)
        .map(f -> Violation.inBody(f.trail().pointer(), f.code(), f.detail()));
  }

  static Stream<Violation> ofParameter(String name, Schema schema, JsonNode value) {
    return findings(schema, value, new Trail(Trail.START, name))
        .map(f -> Violation.ofParameter(name, f.code(), f.detail()));
  }

  private static Stream<Finding> findings(Schema schema, JsonNode value, Trail start) {
    List<Error> errors = errors(schema, value);
    if (errors.isEmpty()) {
      return Stream.empty();
    }
    Map<Trail, List<Finding>> byPlace = new LinkedHashMap<>();
    errors.stream()
        .filter(error -> errors.size() == 1 || !saysNothing(error))
        .map(error -> Finding.of(error, trailTo(error, start)))
        .forEach(f -> byPlace.computeIfAbsent(f.trail(), _ -> new ArrayList<>()).add(f));
    return byPlace.values().stream().flatMap(SchemaFindings::telling);
  }

  private static List<Error> errors(Schema schema, JsonNode value) {
    ExecutionContext execution = new ExecutionContext(WITH_FORMATS);
    execution.setErrors(new Enough());
    schema.validate(execution, value);
    return execution.getErrors();
  }

  /** That no alternative fits, or that it is not null either, is said by the other alternative. */
  private static boolean saysNothing(Error error) {
    return Set.of("anyOf", "oneOf").contains(error.getKeyword())
        || (error.getKeyword().equals("type") && "null".equals(error.getSchemaNode().asString("")));
  }

  /** A wrong type explains everything else, blankness what is empty, a bound what is no int. */
  private static Stream<Finding> telling(List<Finding> atOnePlace) {
    for (String code : List.of("wrong_type", "blank", "too_large", "too_small")) {
      var explained = atOnePlace.stream().filter(f -> f.code().equals(code)).findFirst();
      if (explained.isPresent()) {
        return explained.stream();
      }
    }
    return atOnePlace.stream().distinct();
  }

  private static Trail trailTo(Error error, Trail start) {
    Trail trail = start;
    NodePath path = error.getInstanceLocation();
    for (int index = 0; index < path.getNameCount(); index++) {
      trail = new Trail(trail, path.getElement(index));
    }
    return error.getProperty() == null ? trail : new Trail(trail, error.getProperty());
  }

  /** A huge body that is wrong everywhere costs no more memory than one that is wrong somewhere. */
  private static final class Enough extends ArrayList<Error> {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean add(Error error) {
      return size() < 2 * Findings.MOST && super.add(error);
    }

    @Override
    public boolean addAll(Collection<? extends Error> errors) {
      return super.addAll(errors.stream().limit(2 * Findings.MOST - size()).toList());
    }
  }
}
