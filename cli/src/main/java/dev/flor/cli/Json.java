package dev.flor.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flor.store.model.View;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maps and lists as JSON text, in their order. NaN and infinities, which JSON has not, are strings. */
final class Json {
  private Json() {}

  static void print(Object tree, PrintStream out) {
    out.println(text(tree));
  }

  static String text(Object tree) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of maps and lists is always JSON", e);
    }
  }

  /** Without a line break in it. */
  static String line(Object tree) {
    try {
      return new ObjectMapper().writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of maps and lists is always JSON", e);
    }
  }

  static List<Map<String, Object>> rows(View view) {
    List<String> names = view.distinctNames(); // an object has each key once
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<Object> row : view.rows()) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int column = 0; column < row.size(); column++) {
        object.put(names.get(column), row.get(column));
      }
      rows.add(object);
    }
    return rows;
  }

  /** An object from keys and values in turn. */
  static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }
}
