package com.faultmaven.tracing;

import com.faultmaven.kernel.TraceParent;
import io.opentelemetry.api.trace.SpanKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

/**
 * A span for each statement of a request or an event: its text, never its parameters. What a job
 * asks again and again begins no trace.
 */
final class StatementSpans implements QueryExecutionListener {

  private static final String SPAN = StatementSpans.class.getName();
  private static final int LONGEST_TEXT = 2000;

  private final Tracing tracing;

  StatementSpans(Tracing tracing) {
    this.tracing = tracing;
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    TraceParent parent = TraceParent.current();
    if (parent == null || queries.isEmpty()) {
      return;
    }
    String sql = queries.getFirst().getQuery().strip();
    ActiveSpan span =
        tracing
            .begin(SpanKind.CLIENT, operation(sql), parent)
            .with("db.system.name", "postgresql")
            .with("db.query.text", sql.substring(0, Math.min(sql.length(), LONGEST_TEXT)));
    execution.addCustomValue(SPAN, span);
  }

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    ActiveSpan span = execution.getCustomValue(SPAN, ActiveSpan.class);
    if (span == null) {
      return;
    }
    Throwable failure = execution.getThrowable();
    if (failure instanceof SQLException refused) {
      span.with("db.response.status_code", refused.getSQLState());
    }
    if (failure != null) {
      span.failed(failure.getClass().getName());
    }
    span.end();
  }

  private static String operation(String sql) {
    return sql.split("\\W", 2)[0].toUpperCase(Locale.ROOT);
  }
}
