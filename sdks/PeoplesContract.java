import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the part of a contract that is for people's applications: of its newest active version, the operations whose tags
 * the manifest has for people, and of the components those they need. Arguments: the directory of the contracts, the name
 * of the contract, the file to write. With the directory only, lists the contracts of which there is such a part: name,
 * version, version of the document, title. Runs on the class path of the generator.
 */
class PeoplesContract {

  private static final YAMLMapper YAML = new YAMLMapper();

  private final ObjectNode contract;

  PeoplesContract(Path document) throws IOException {
    this.contract = (ObjectNode) YAML.readTree(document.toFile());
  }

  public static void main(String[] arguments) throws IOException {
    Path contracts = Path.of(arguments[0]);
    JsonNode manifest = YAML.readTree(contracts.resolve("contracts.yaml").toFile());
    if (arguments.length == 1) {
      for (var contract : manifest.properties()) {
        var version = newestForPeople(contract.getValue());
        if (version.isPresent()) {
          JsonNode document = YAML.readTree(documentOf(version.get().getValue(), contracts).toFile());
          System.out.printf(
              "%s %s %s %s%n",
              contract.getKey(),
              version.get().getKey(),
              document.at("/info/version").asText(),
              contract.getValue().path("title").asText());
        }
      }
      return;
    }
    JsonNode version = newestForPeople(manifest.path(arguments[1])).orElseThrow().getValue();
    PeoplesContract contract = new PeoplesContract(documentOf(version, contracts));
    List<String> tags = new ArrayList<>();
    version.at("/audience/people").forEach(tag -> tags.add(tag.asText()));
    contract.keepOperations(tags);
    contract.keepComponents();
    contract.shortenDescription();
    YAML.writeValue(Path.of(arguments[2]).toFile(), contract.contract);
  }

  /** Versions stand in the manifest newest first. */
  private static Optional<Map.Entry<String, JsonNode>> newestForPeople(JsonNode contract) {
    return contract.path("versions").properties().stream()
        .filter(version -> version.getValue().path("state").asText().equals("active"))
        .filter(version -> version.getValue().path("audience").has("people"))
        .findFirst();
  }

  private static Path documentOf(JsonNode version, Path contracts) {
    return contracts.resolve("bundled").resolve(version.path("document").asText());
  }

  private void keepOperations(List<String> tags) {
    ObjectNode paths = (ObjectNode) contract.path("paths");
    for (JsonNode path : paths) {
      ((ObjectNode) path)
          .properties()
          .removeIf(
              member ->
                  member.getValue().has("operationId")
                      && !tags.contains(member.getValue().path("tags").path(0).asText()));
    }
    paths.properties().removeIf(path -> path.getValue().findValue("operationId") == null);
    ((ArrayNode) contract.path("tags"))
        .removeIf(tag -> !tags.contains(tag.path("name").asText()));
  }

  private void keepComponents() {
    Set<String> needed = new HashSet<>();
    collect(contract.path("paths"), needed);
    for (var kind : contract.path("components").properties()) {
      if (!kind.getKey().equals("securitySchemes")) {
        String place = "#/components/" + kind.getKey() + "/";
        ((ObjectNode) kind.getValue())
            .properties()
            .removeIf(component -> !needed.contains(place + component.getKey()));
      }
    }
  }

  private void collect(JsonNode node, Set<String> needed) {
    for (String reference : node.findValuesAsText("$ref")) {
      if (needed.add(reference)) {
        collect(contract.at(reference.substring("#".length())), needed);
      }
    }
  }

  /** The generators repeat it at the head of every file. */
  private void shortenDescription() {
    ObjectNode info = (ObjectNode) contract.path("info");
    if (info.has("summary")) {
      info.set("description", info.path("summary"));
    }
  }
}
