package dev.flor.store.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flor.store.model.PlacementRow;
import dev.flor.store.model.ReplayRecord;
import dev.flor.store.model.StoreReadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The verdicts as files, {@code .flor/replays/<key>.json}: the truth the rows are made of. */
public final class ReplayFiles {
  private final JsonFolder folder;

  /** Those of this {@code .flor} folder; it need not be there. */
  public ReplayFiles(Path florDir) {
    this.folder = new JsonFolder(florDir.resolve("replays"));
  }

  /** The keys of all verdicts, sorted. */
  public List<String> keys() {
    try {
      return folder.keys();
    } catch (IOException e) {
      throw unreadable(folder.dir(), e);
    }
  }

  /** Where the verdict of that key is, or would be. */
  public Path file(String key) {
    return folder.file(key);
  }

  /** The verdict of that key, if there is one. */
  public Optional<ReplayRecord> find(String key) {
    return Files.exists(file(key)) ? Optional.of(read(key)) : Optional.empty();
  }

  /** The verdict of that key, which is there. */
  public ReplayRecord read(String key) {
    try {
      return record(new ObjectMapper().readTree(Files.readAllBytes(file(key))));
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file(key), e);
    }
  }

  private static StoreReadException unreadable(Path file, Exception e) {
    return new StoreReadException(
        "the replay record " + file + " cannot be read: "
            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
        "delete it; the replay is done again when it is next asked for",
        e);
  }

  /** Keeps a verdict; an older one of the same key is replaced. */
  public void write(ReplayRecord record) {
    try {
      WholeFile.write(
          file(record.key()),
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(json(record)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an object of texts is always JSON", e);
    }
  }

  private static ObjectNode json(ReplayRecord record) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("key", record.key());
    json.put("version", record.version());
    json.put("baseRun", record.baseRun().orElse(null));
    ArrayNode names = json.putArray("names");
    record.names().forEach(names::add);
    json.put("outcome", record.outcome());
    json.put("reason", record.reason().orElse(null));
    json.put("location", record.location().orElse(null));
    json.put("detail", record.detail());
    ArrayNode runs = json.putArray("replayRuns");
    record.replayRuns().forEach(runs::add);
    json.put("compared", record.compared());
    json.put("differing", record.differing());
    json.put("log", record.log().orElse(null));
    ArrayNode placements = json.putArray("placements");
    for (PlacementRow placement : record.placements()) {
      placements
          .addObject()
          .put("name", placement.name())
          .put("file", placement.file())
          .put("line", placement.line())
          .put("outcome", placement.outcome())
          .put("targetFile", placement.targetFile())
          .put("targetLine", placement.targetLine())
          .put("reason", placement.reason().orElse(null))
          .put("detail", placement.detail());
    }
    return json;
  }

  private static ReplayRecord record(JsonNode json) {
    return new ReplayRecord(
        json.required("key").asText(),
        json.required("version").asText(),
        text(json, "baseRun"),
        texts(json, "names"),
        json.required("outcome").asText(),
        text(json, "reason"),
        text(json, "location"),
        json.path("detail").asText(),
        texts(json, "replayRuns"),
        json.path("compared").asLong(),
        json.path("differing").asLong(),
        text(json, "log"),
        placements(json));
  }

  private static List<PlacementRow> placements(JsonNode json) {
    List<PlacementRow> placements = new ArrayList<>();
    json.path("placements")
        .forEach(one -> placements.add(new PlacementRow(
            one.path("name").asText(),
            one.path("file").asText(),
            one.path("line").asInt(),
            one.required("outcome").asText(),
            one.path("targetFile").asText(),
            one.path("targetLine").asInt(),
            text(one, "reason"),
            one.path("detail").asText())));
    return placements;
  }

  private static Optional<String> text(JsonNode json, String field) {
    return json.hasNonNull(field) ? Optional.of(json.get(field).asText()) : Optional.empty();
  }

  private static List<String> texts(JsonNode json, String field) {
    List<String> texts = new ArrayList<>();
    json.path(field).forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
