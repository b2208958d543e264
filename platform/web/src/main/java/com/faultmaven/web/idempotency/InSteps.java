package com.faultmaven.web.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the handler of a POST whose work has no bound and is therefore done in steps, each a
 * transaction of its own. A request with an {@code Idempotency-Key} then does not run in one
 * transaction with the record of its answer: it is marked as running first and its answer recorded
 * last. Steps that are done stay done when a later one fails, so the same request, made again, has
 * to go on where it stopped; and it has to end well before {@link EffectInSteps#LONGEST}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InSteps {}
