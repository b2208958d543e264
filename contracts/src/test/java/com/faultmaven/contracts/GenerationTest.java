package com.faultmaven.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * Maven runs no plugin in a loop, so the executions of the generator are written down: in the
 * module that serves a version, and here for a version that several modules serve.
 */
class GenerationTest {

  private static final String IDS =
      "//plugin[artifactId='openapi-generator-maven-plugin']/executions/execution/id";

  @Test
  void isDoneOnceForEachVersionInTheManifest() throws Exception {
    List<String> versions =
        Contracts.packaged().documents().stream()
            .filter(ContractDocument::isOfApi)
            .map(ContractDocument::name)
            .toList();

    assertThat(poms().flatMap(GenerationTest::executions))
        .as("an execution has the name of a version as its id")
        .containsExactlyInAnyOrderElementsOf(versions);
  }

  private static Stream<Path> poms() throws IOException {
    try (Stream<Path> modules = Files.list(Path.of("..", "modules"))) {
      return Stream.concat(
          Stream.of(Path.of("pom.xml")),
          modules.map(module -> module.resolve("pom.xml")).filter(Files::exists).toList().stream());
    }
  }

  private static Stream<String> executions(Path pom) {
    try {
      Document document =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
      NodeList ids =
          (NodeList)
              XPathFactory.newInstance().newXPath().evaluate(IDS, document, XPathConstants.NODESET);
      return IntStream.range(0, ids.getLength())
          .mapToObj(index -> ids.item(index).getTextContent());
    } catch (Exception unreadable) {
      throw new AssertionError(pom + " cannot be read", unreadable);
    }
  }
}
