package com.faultmaven.testing;

import com.faultmaven.kernel.CorrelationId;
import java.lang.StackWalker.StackFrame;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Sees every statement the application really runs: counts them by request, and refuses those with
 * which a module reaches into another's schema.
 */
@Component
public class SqlWatch implements BeanPostProcessor, Ordered, QueryExecutionListener {

  private static final Pattern TABLE =
      Pattern.compile("\\b(?:from|into|update|join)\\s+(?:only\\s+)?([a-z_]+)\\.([a-z_]+)");

  private static final Pattern OF_JOBS = Pattern.compile("(scheduling|task)-");

  /** Modulith writes it in the transaction of any module that publishes. */
  private static final String REGISTRY = "events.event_publication";

  /** Tests look at what they like. */
  private static final ClassValue<Boolean> IS_OF_A_MODULE =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return type.getName().startsWith("com.faultmaven.")
              && !type.getName().startsWith("com.faultmaven.testing.")
              && !isOfATest(type);
        }
      };

  private final Map<String, List<Executed>> byRequest = new ConcurrentHashMap<>();

  /** Next to the pool: it would make exceptions of errors that a test throws. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    // not the pools behind it, which would count everything twice
    return bean instanceof DataSource pool && name.equals("dataSource")
        ? ProxyDataSourceBuilder.create(pool).listener(this).build()
        : bean;
  }

  /** The statements run for the request with that correlation id, in order. */
  public List<String> statementsOf(String correlationId) {
    return executedFor(correlationId).stream().map(Executed::sql).toList();
  }

  /** The same with their parameters. */
  public List<Executed> executedFor(String correlationId) {
    return byRequest.getOrDefault(correlationId, List.of());
  }

  /** A statement as it was run. */
  public record Executed(String sql, List<@Nullable Object> parameters) {

    private static Executed of(QueryInfo query) {
      List<@Nullable Object> parameters = new ArrayList<>();
      for (ParameterSetOperation operation : query.getParametersList().getFirst()) {
        parameters.add(operation.getArgs()[1]);
      }
      return new Executed(query.getQuery(), parameters);
    }
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    for (QueryInfo query : queries) {
      String correlationId = MDC.get("correlation_id");
      if (correlationId != null && isOfARequest()) {
        byRequest
            .computeIfAbsent(correlationId, id -> new CopyOnWriteArrayList<>())
            .add(Executed.of(query));
      }
      module().ifPresent(module -> refuseForeignTables(query.getQuery(), module));
    }
  }

  /** What listeners and jobs do because of a request carries its id, and is no part of it. */
  private static boolean isOfARequest() {
    return MDC.get("listener") == null
        && !OF_JOBS.matcher(Thread.currentThread().getName()).lookingAt();
  }

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

  static void refuseForeignTables(String sql, String module) {
    TABLE
        .matcher(sql.toLowerCase(Locale.ROOT))
        .results()
        .filter(table -> !(table.group(1) + "." + table.group(2)).equals(REGISTRY))
        .filter(table -> SchemaOwners.isForeign(table.group(1), module))
        .findAny()
        .ifPresent(
            table -> {
              throw new AssertionError(
                  "Module %s touches %s.%s: %s"
                      .formatted(module, table.group(1), table.group(2), sql));
            });
  }

  private static boolean isOfATest(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source != null && source.getLocation().getPath().endsWith("/test-classes/");
  }

  /** The module whose code is nearest to the statement, if any; what surrounds others' has none. */
  private static Optional<String> module() {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(
            frames ->
                frames
                    .map(StackFrame::getDeclaringClass)
                    .filter(type -> !MethodInterceptor.class.isAssignableFrom(type))
                    .filter(type -> type != CorrelationId.class)
                    .filter(IS_OF_A_MODULE::get)
                    .map(type -> type.getName().split("\\.")[2])
                    .findFirst());
  }
}
