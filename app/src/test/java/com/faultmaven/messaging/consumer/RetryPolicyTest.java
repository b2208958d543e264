package com.faultmaven.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.util.backoff.BackOffExecution.STOP;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.backoff.BackOffExecution;

class RetryPolicyTest {

  static Stream<RuntimeException> outages() {
    return Stream.of(
        new CannotCreateTransactionException("no connection"),
        new TransactionSystemException("gone before the commit"),
        new DataAccessResourceFailureException("gone"),
        new RecoverableDataAccessException("gone"),
        new QueryTimeoutException("slow"),
        new PessimisticLockingFailureException("deadlock"));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void hasNoEndWhileTheDatabaseIsAway(RuntimeException outage) {
    long[] pauses = pauses(new ListenerExecutionFailedException("failed", outage)).toArray();

    assertThat(pauses).doesNotContain(STOP).startsWith(500, 1000, 2000);
    assertThat(LongStream.of(pauses).max()).hasValue(30_000);
  }

  static Stream<RuntimeException> mistakes() {
    return Stream.of(
        new IllegalStateException("a mistake of ours"),
        new DataIntegrityViolationException("a rule of the database"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void endsAfterAFewAttemptsOtherwise(RuntimeException mistake) {
    long[] pauses = pauses(new ListenerExecutionFailedException("failed", mistake)).toArray();

    assertThat(pauses).startsWith(500, 1000, 2000);
    assertThat(LongStream.of(pauses).limit(8)).doesNotContain(STOP);
    assertThat(LongStream.of(pauses).skip(8)).containsOnly(STOP);
  }

  private static LongStream pauses(RuntimeException failure) {
    BackOffExecution retries = RetryPolicy.with(failure).start();
    return IntStream.range(0, 1000).mapToLong(_ -> retries.nextBackOff());
  }
}
