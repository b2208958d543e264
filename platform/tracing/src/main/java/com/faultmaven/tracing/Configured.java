package com.faultmaven.tracing;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Where an address for spans is set. */
class Configured implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return has(context, TracingConfiguration.ENDPOINT)
        || has(context, TracingConfiguration.TRACES_ENDPOINT);
  }

  private static boolean has(ConditionContext context, String setting) {
    return StringUtils.hasText(context.getEnvironment().getProperty(setting));
  }
}
