package dev.flor.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is known of versions as files, {@code .flor/versions/<id>.json}; a commit never changes, so neither do they. */
final class VersionFiles {
  private static final String SUFFIX = ".json";

  private final Path dir;

  VersionFiles(Path florDir) {
    this.dir = florDir.resolve("versions");
  }

  /** The ids of all versions that are described, sorted. */
  List<String> ids() {
    if (!Files.isDirectory(dir)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(dir)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("."))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(dir, e);
    }
  }

  void write(VersionFacts facts) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("id", facts.id());
    ArrayNode parents = json.putArray("parents");
    facts.parents().forEach(parents::add);
    json.put("authored", facts.authored().toString());
    json.put("author", facts.author());
    json.put("subject", facts.subject());
    ArrayNode statements = json.putArray("statements");
    for (VersionFacts.Statement statement : facts.statements()) {
      statements
          .addObject()
          .put("name", statement.name())
          .put("file", statement.file())
          .put("line", statement.line())
          .put("text", statement.text());
    }
    try {
      WholeFile.write(dir.resolve(facts.id() + SUFFIX), new ObjectMapper().writeValueAsBytes(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an object of texts is always JSON", e);
    }
  }

  VersionFacts read(String id) {
    Path file = dir.resolve(id + SUFFIX);
    try {
      return facts(new ObjectMapper().readTree(Files.readAllBytes(file)));
    } catch (IOException | IllegalArgumentException | java.time.DateTimeException e) {
      throw unreadable(file, e);
    }
  }

  private static StoreReadException unreadable(Path file, Exception e) {
    return new StoreReadException(
        "the description " + file + " of a version cannot be read: "
            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
        "delete it; it is made again",
        e);
  }

  private static VersionFacts facts(JsonNode json) {
    List<String> parents = new ArrayList<>();
    json.path("parents").forEach(parent -> parents.add(parent.asText()));
    List<VersionFacts.Statement> statements = new ArrayList<>();
    json.path("statements")
        .forEach(statement -> statements.add(new VersionFacts.Statement(
            statement.required("name").asText(),
            statement.required("file").asText(),
            statement.required("line").asInt(),
            statement.path("text").asText())));
    return new VersionFacts(
        json.required("id").asText(),
        parents,
        Instant.parse(json.required("authored").asText()),
        json.path("author").asText(),
        json.path("subject").asText(),
        statements);
  }
}
