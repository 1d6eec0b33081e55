package dev.flor.cli.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.flor.store.model.Column;
import dev.flor.store.model.Rows;
import dev.flor.store.model.View;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maps and lists as JSON text, in their order. NaN and infinities, which JSON has not, are strings. */
public final class Json {
  private Json() {}

  public static void print(Object tree, PrintStream out) {
    out.println(text(tree));
  }

  public static String text(Object tree) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of maps and lists is always JSON", e);
    }
  }

  /** Without a line break in it. */
  public static String line(Object tree) {
    try {
      return new ObjectMapper().writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of maps and lists is always JSON", e);
    }
  }

  public static List<Map<String, Object>> rows(View view) {
    List<String> names = view.distinctNames(); // an object has each key once
    return view.rows().stream().map(row -> object(names, row)).toList();
  }

  /** Writes an object a line as rows come, and gives how many there were. */
  public static long lines(Rows rows, Writer out) throws IOException {
    List<String> names = Column.distinctNames(rows.columns());
    ObjectWriter json = new ObjectMapper().writer();
    long count = 0;
    for (; rows.hasNext(); count++) {
      out.append(json.writeValueAsString(object(names, rows.next())))
          .append(System.lineSeparator());
    }
    return count;
  }

  private static Map<String, Object> object(List<String> names, List<Object> row) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int column = 0; column < row.size(); column++) {
      object.put(names.get(column), row.get(column));
    }
    return object;
  }

  /** An object from keys and values in turn. */
  public static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }
}
