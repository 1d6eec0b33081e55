package dev.flor.cli.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.flor.cli.io.DidYouMean;
import dev.flor.cli.io.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** One table of flor.toml, and the errors its keys can have. */
final class ConfigTable {
  private final String text;
  private final String name;
  private final JsonNode node;

  /**
   * @param text the whole file, to find line numbers in
   * @param name of the table; empty for the top of the file
   */
  ConfigTable(String text, String name, JsonNode node) {
    this.text = text;
    this.name = name;
    this.node = node;
  }

  /** Refuses keys that mean nothing: a misspelt one would be ignored for ever. */
  void allow(List<String> known) {
    node.fieldNames().forEachRemaining(key -> {
      if (!known.contains(key)) {
        throw new UsageException(
            at(key) + "there is no " + shown(key),
            DidYouMean.among(known, key)
                .map(near -> "did you mean " + near + "?")
                .orElse("known here: " + String.join(", ", known)));
      }
    });
  }

  List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  ConfigTable table(String key) {
    JsonNode table = node.path(key);
    if (!table.isMissingNode() && !table.isObject()) {
      throw wrong(key, "a table: [" + key + "]");
    }
    return new ConfigTable(text, key, table);
  }

  /** A table, or a list of tables: {@code [key]} or {@code [[key]]}. */
  Tables tables(String key) {
    JsonNode node = this.node.path(key);
    List<ConfigTable> entries = new ArrayList<>();
    if (!node.isArray()) {
      entries.add(table(key));
    }
    for (JsonNode entry : node.isArray() ? node : List.<JsonNode>of()) {
      if (!entry.isObject()) {
        throw wrong(key, "a table: [[" + key + "]]");
      }
      entries.add(new ConfigTable(text, key, entry));
    }
    return new Tables(entries, new ConfigTable(text, key, MissingNode.getInstance()));
  }

  /**
   * The tables of one name.
   *
   * @param empty what counts where there is none
   */
  record Tables(List<ConfigTable> entries, ConfigTable empty) {
    /** Those for some commits. */
    List<ConfigTable> forCommits() {
      return entries.stream().filter(entry -> entry.has("commits")).toList();
    }

    /** All that are there. */
    List<ConfigTable> all() {
      return entries.stream().filter(entry -> !entry.node.isMissingNode()).toList();
    }

    /** The first for all commits. */
    ConfigTable usual() {
      return entries.stream().filter(entry -> !entry.has("commits")).findFirst().orElse(empty);
    }
  }

  private boolean has(String key) {
    return !node.path(key).isMissingNode();
  }

  /** A text; one of {@code choices} unless there are none. */
  Optional<String> text(String key, List<String> choices) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw wrong(key, "a text in quotes");
    }
    if (!choices.isEmpty() && !choices.contains(value.textValue())) {
      throw wrong(key, "one of " + String.join(", ", choices));
    }
    return Optional.of(value.textValue());
  }

  Optional<Double> number(String key) {
    JsonNode value = node.path(key);
    if (!value.isMissingNode() && !value.isNumber()) {
      throw wrong(key, "a number");
    }
    return value.isMissingNode() ? Optional.empty() : Optional.of(value.doubleValue());
  }

  OptionalInt count(String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return OptionalInt.empty();
    }
    if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 0) {
      throw wrong(key, "a whole number from 0 up");
    }
    return OptionalInt.of(value.intValue());
  }

  Optional<List<String>> texts(String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    if (!value.isArray()) {
      throw wrong(key, "a list of texts: [\"...\"]");
    }
    for (JsonNode element : value) {
      if (!element.isTextual()) {
        throw wrong(key, "a list of texts: [\"...\"]");
      }
      texts.add(element.textValue());
    }
    return Optional.of(List.copyOf(texts));
  }

  UsageException wrong(String key, String wanted) {
    return new UsageException(
        at(key) + shown(key) + " is " + node.path(key), "it should be " + wanted);
  }

  private String shown(String key) {
    return name.isEmpty() ? "[" + key + "]" : key + " in [" + name + "]";
  }

  private String at(String key) {
    return ConfigFile.NAME + line(key).map(line -> ":" + line).orElse("") + ": ";
  }

  /** The parser keeps no places; the first line of the table that begins with the key is it. */
  private Optional<Integer> line(String key) {
    Pattern header = Pattern.compile("\\s*\\[\\[?\\s*" + Pattern.quote(name) + "\\s*\\].*");
    Pattern entry = Pattern.compile("\\s*(?:\\[\\[?)?\\s*[\"']?(?:" + Pattern.quote(name) + "\\.)?"
        + Pattern.quote(key) + "[\"']?\\s*[=.\\]].*");
    List<String> lines = text.lines().toList();
    boolean inside = name.isEmpty();
    for (int i = 0; i < lines.size(); i++) {
      inside |= header.matcher(lines.get(i)).matches();
      if (inside && entry.matcher(lines.get(i)).matches()) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }
}
