import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes the part of a contract that is for people's applications, as one file: the operations with the tags named, and
 * of the components those they need. Arguments: the contract, the file to write, the tags. Runs on the class path of the
 * generator.
 */
class PeoplesContract {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String SCHEMAS = "#/components/schemas/";

  private final Path source;
  private final ObjectNode contract;

  PeoplesContract(Path source) throws IOException {
    this.source = source;
    this.contract = (ObjectNode) YAML.readTree(source.toFile());
  }

  public static void main(String[] arguments) throws IOException {
    PeoplesContract contract = new PeoplesContract(Path.of(arguments[0]));
    contract.keepOperations(Stream.of(arguments).skip(2).toList());
    contract.takeInSchemasOfOtherFiles();
    contract.keepComponents();
    contract.shortenDescription();
    YAML.writeValue(Path.of(arguments[1]).toFile(), contract.contract);
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

  /** The generators give schemas they find in other files names of their own, or none. */
  private void takeInSchemasOfOtherFiles() throws IOException {
    ObjectNode schemas = (ObjectNode) contract.at("/components/schemas");
    for (var schema : schemas.properties()) {
      String[] place = schema.getValue().path("$ref").asText("#").split("#", 2);
      if (!place[0].isEmpty()) {
        JsonNode file = YAML.readTree(source.resolveSibling(place[0]).toFile());
        JsonNode taken = file.at(place[1]);
        referToComponents(taken, schemas);
        schema.setValue(taken);
      }
    }
  }

  private static void referToComponents(JsonNode node, ObjectNode schemas) {
    if (node instanceof ObjectNode object && object.path("$ref").asText().startsWith("#/")) {
      String name = object.path("$ref").asText().substring("#/".length());
      if (!schemas.has(name)) {
        throw new IllegalStateException("The contract has no schema named " + name);
      }
      object.put("$ref", SCHEMAS + name);
    }
    node.forEach(child -> referToComponents(child, schemas));
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
    info.set("description", info.path("summary"));
  }
}
