package com.faultmaven.traces;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Receives spans as any collector does, by OTLP over HTTP. */
final class Collector implements AutoCloseable {

  private final HttpServer server;
  private final List<Span> spans = new CopyOnWriteArrayList<>();
  private final List<String> resources = new CopyOnWriteArrayList<>();

  Collector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::receive);
    server.start();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
      request
          .getResourceSpansList()
          .forEach(
              one -> {
                resources.add(one.getResource().toString());
                one.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList()));
              });
      byte[] answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The first span of a trace with this name, as soon as it comes. */
  Span span(String trace, String name) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> spansOf(trace, it -> it.getName().equals(name)), found -> !found.isEmpty())
        .getFirst();
  }

  List<Span> spansOf(String trace, Predicate<Span> which) {
    return spans.stream()
        .filter(span -> hex(span.getTraceId()).equals(trace))
        .filter(which)
        .toList();
  }

  /** All that was ever received, in words. */
  String everything() {
    return resources + "\n" + spans;
  }

  static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  static String attribute(Span span, String name) {
    return span.getAttributesList().stream()
        .filter(it -> it.getKey().equals(name))
        .map(
            it ->
                it.getValue().hasIntValue()
                    ? Long.toString(it.getValue().getIntValue())
                    : it.getValue().getStringValue())
        .findFirst()
        .orElse("none");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
