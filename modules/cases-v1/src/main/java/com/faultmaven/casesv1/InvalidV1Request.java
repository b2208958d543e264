package com.faultmaven.casesv1;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.util.List;
import java.util.Map;

/** The request breaks the rules of v1; says everything that is wrong with it at once. */
final class InvalidV1Request extends Refusal {

  static final String MISTAKES = "mistakes";

  private InvalidV1Request(List<Mistake> mistakes) {
    super(CommonProblem.VALIDATION_FAILED, mistakes.getFirst().msg(), Map.of(MISTAKES, mistakes));
  }

  static InvalidV1Request of(List<Mistake> mistakes) {
    return new InvalidV1Request(List.copyOf(mistakes));
  }
}
