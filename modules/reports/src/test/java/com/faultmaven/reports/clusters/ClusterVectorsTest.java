package com.faultmaven.reports.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.faultmaven.cases.Metadata;
import com.faultmaven.reports.Analysis;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.ReportId;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the original computed from the same reports. */
class ClusterVectorsTest {

  private static final Offset<Double> EXACTLY = within(1e-9);
  private static final Instant NOW = Instant.parse("2026-03-14T09:26:53Z");
  private static final JsonNode VECTORS = vectors();

  static Stream<JsonNode> all() {
    return VECTORS.valueStream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void areComputed(JsonNode vector) {
    String asked = vector.path("classification").asString();
    List<Node> nodes = nodes(vector);
    JsonNode expected = vector.path("expected");

    ScopeStats stats = ScopeStats.of(nodes, vector.path("reports").size(), asked);
    compare(stats, expected.path("stats"), nodes);
    List<Hypothesis> found = Clustering.of(nodes, asked, NOW);
    assertThat(found).hasSize(expected.path("hypotheses").size());
    for (int index = 0; index < found.size(); index++) {
      compare(found.get(index), expected.path("hypotheses").get(index));
    }
  }

  @Test
  void areTheSameHoweverOften() {
    JsonMapper json = new JsonMapper();
    List<Node> nodes = all().flatMap(it -> nodes(it).stream()).toList();
    String first = json.writeValueAsString(Clustering.of(nodes, "physical", NOW));

    assertThat(IntStream.range(0, 100).mapToObj(_ -> Clustering.of(nodes, "physical", NOW)))
        .allSatisfy(again -> assertThat(json.writeValueAsString(again)).isEqualTo(first));
    assertThat(all()).hasSize(4);
  }

  private static void compare(ScopeStats stats, JsonNode expected, List<Node> nodes) {
    Map<Integer, Node> bySeq =
        nodes.stream().collect(Collectors.toMap(Node::seq, Function.identity()));
    assertThat(stats.reportCount()).isEqualTo(expected.path("report_count").asInt());
    assertThat(stats.severityAverage())
        .isEqualTo(expected.path("severity_average").asDouble(), EXACTLY);
    assertThat(stats.severityMax()).isEqualTo(expected.path("severity_max").asDouble(), EXACTLY);
    assertThat(stats.high()).isEqualTo(expected.path("high_priority_count").asInt());
    assertThat(stats.medium()).isEqualTo(expected.path("medium_priority_count").asInt());
    assertThat(stats.firstSeenAt())
        .isEqualTo(timeOf(bySeq.get(expected.path("first_seen_seq").asInt())));
    assertThat(stats.lastSeenAt())
        .isEqualTo(timeOf(bySeq.get(expected.path("last_seen_seq").asInt())));
    JsonNode breakdown = expected.path("classification_breakdown");
    assertThat(stats.byClassification()).hasSize(breakdown.size());
    stats
        .byClassification()
        .forEach((name, count) -> assertThat(breakdown.path(name).asInt()).isEqualTo(count));
  }

  private static Instant timeOf(@Nullable Node node) {
    return Objects.requireNonNull(node).reportedAt();
  }

  private static void compare(Hypothesis found, JsonNode expected) {
    assertThat(found.id()).isEqualTo(expected.path("hypothesis_id").asString());
    assertThat(found.title()).isEqualTo(expected.path("title").asString());
    assertThat(found.classification()).isEqualTo(expected.path("classification").asString());
    assertThat(found.seqs())
        .containsExactlyElementsOf(
            expected.path("report_seqs").valueStream().map(JsonNode::asInt).toList());
    assertThat(found.confidence()).isEqualTo(expected.path("confidence").asDouble(), EXACTLY);
    assertThat(found.severity()).isEqualTo(expected.path("severity_score").asDouble(), EXACTLY);
    assertThat(found.urgency()).isEqualTo(expected.path("urgency_score").asDouble(), EXACTLY);
    assertThat(found.rationale())
        .containsExactlyElementsOf(
            expected.path("rationale").valueStream().map(JsonNode::asString).toList());
  }

  private static List<Node> nodes(JsonNode vector) {
    return vector
        .path("reports")
        .valueStream()
        .map(ClusterVectorsTest::node)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Node> node(JsonNode report) {
    Duration ago = Duration.ofSeconds(Math.round(report.path("hours_ago").asDouble() * 3600));
    Place place =
        new Place(report.path("longitude").asDouble(), report.path("latitude").asDouble());
    return Analysis.preferred(
            report.path("analyses").valueStream().map(ClusterVectorsTest::analysis).toList())
        .map(
            it ->
                new Node(
                    new ReportId(report.path("id").asString()),
                    report.path("seq").asInt(),
                    NOW.minus(ago),
                    place,
                    it));
  }

  private static Analysis analysis(JsonNode json) {
    return new Analysis(
        json.path("language").asString(),
        json.path("title").asString(),
        json.path("summary").asString(),
        json.path("description").asString(),
        json.path("classification").asString(),
        json.path("severity_level").asDouble(),
        json.path("brand_display_name").asString(),
        List.of(),
        Metadata.EMPTY);
  }

  private static JsonNode vectors() {
    InputStream file = ClusterVectorsTest.class.getResourceAsStream("/cluster-vectors.json");
    return new JsonMapper().readTree(Objects.requireNonNull(file)).path("vectors");
  }
}
