package dev.flor.store.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flor.store.model.StoreReadException;
import dev.flor.store.model.VersionFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is known of versions as files, {@code .flor/versions/<id>.json}; a commit never changes, so neither do they. */
public final class VersionFiles {
  private final JsonFolder folder;

  /** Those of this {@code .flor} folder; it need not be there. */
  public VersionFiles(Path florDir) {
    this.folder = new JsonFolder(florDir.resolve("versions"));
  }

  /** The ids of all versions that are described, sorted. */
  List<String> ids() {
    try {
      return folder.keys();
    } catch (IOException e) {
      throw unreadable(folder.dir(), e);
    }
  }

  /** Keeps what is known of a version. */
  public void write(VersionFacts facts) {
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
      WholeFile.write(folder.file(facts.id()), new ObjectMapper().writeValueAsBytes(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an object of texts is always JSON", e);
    }
  }

  VersionFacts read(String id) {
    Path file = folder.file(id);
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
