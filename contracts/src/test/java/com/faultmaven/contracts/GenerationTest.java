package com.faultmaven.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Maven runs no plugin in a loop, so the executions of the generator are written down. */
class GenerationTest {

  private static final String IDS =
      "//plugin[artifactId='openapi-generator-maven-plugin']/executions/execution/id";

  @Test
  void isDoneForEachVersionInTheManifest() throws Exception {
    List<String> versions =
        Contracts.packaged().documents().stream()
            .filter(ContractDocument::isOfApi)
            .map(ContractDocument::name)
            .toList();

    assertThat(executions())
        .as("an execution in contracts/pom.xml has the name of a version as its id")
        .containsExactlyInAnyOrderElementsOf(versions);
  }

  private static List<String> executions() throws Exception {
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile());
    NodeList ids =
        (NodeList) XPathFactory.newInstance().newXPath().evaluate(IDS, pom, XPathConstants.NODESET);
    return IntStream.range(0, ids.getLength())
        .mapToObj(index -> ids.item(index).getTextContent())
        .toList();
  }
}
