package dev.flor;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Writes maps, collections, arrays and records as JSON. JSON has no NaN and no infinities: they are
 * the strings "NaN", "Infinity" and "-Infinity". Hash maps and hash sets, whose order means nothing
 * and may differ from process to process, are sorted by their text.
 */
final class Json {
  private static final int DEEPEST = 100;

  private final StringBuilder out;
  private final int depth;

  private Json(StringBuilder out, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("it nests deeper than " + DEEPEST + ", or holds itself");
    }
    this.out = out;
    this.depth = depth;
  }

  /** Whether {@link #write} shows the parts of {@code object}. */
  static boolean structured(Object object) {
    return object == null
        || object instanceof Map
        || object instanceof Collection
        || object instanceof Optional
        || object.getClass().isArray()
        || Records.isRecord(object.getClass());
  }

  static String write(Object object) {
    return write(object, 0);
  }

  private static String write(Object object, int depth) {
    StringBuilder out = new StringBuilder();
    new Json(out, depth).any(object);
    return out.toString();
  }

  private void any(Object object) {
    if (object == null || object instanceof Boolean) {
      out.append(object);
    } else if (object instanceof Number) {
      number((Number) object);
    } else if (object instanceof Enum) {
      quoted(((Enum<?>) object).name());
    } else if (object instanceof Map) {
      map((Map<?, ?>) object);
    } else if (object instanceof Collection) {
      collection((Collection<?>) object);
    } else if (object instanceof Optional) {
      any(((Optional<?>) object).orElse(null));
    } else if (object.getClass().isArray()) {
      array(object);
    } else if (Records.isRecord(object.getClass())) {
      members(Records.components(object).entrySet());
    } else {
      quoted(object.toString());
    }
  }

  private void number(Number number) {
    double value = number.doubleValue();
    boolean floating = number instanceof Double || number instanceof Float;
    if (floating && (Double.isNaN(value) || Double.isInfinite(value))) {
      quoted(number.toString());
    } else {
      out.append(number);
    }
  }

  private void map(Map<?, ?> map) {
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
    boolean ordered = map instanceof SortedMap
        || map instanceof LinkedHashMap
        || map instanceof EnumMap
        || !ofTheJdk(map);
    if (!ordered) {
      entries.sort((a, b) -> String.valueOf(a.getKey()).compareTo(String.valueOf(b.getKey())));
    }
    members(entries);
  }

  private void members(Collection<? extends Map.Entry<?, ?>> entries) {
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : entries) {
      out.append(separator);
      quoted(String.valueOf(entry.getKey()));
      out.append(':');
      inner().any(entry.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private void collection(Collection<?> items) {
    List<String> texts = new ArrayList<>();
    for (Object item : items) {
      texts.add(write(item, depth + 1));
    }
    boolean ordered = items instanceof SortedSet
        || items instanceof LinkedHashSet
        || items instanceof EnumSet
        || !ofTheJdk(items);
    if (items instanceof Set && !ordered) {
      texts.sort(null);
    }
    out.append('[').append(String.join(",", texts)).append(']');
  }

  private void array(Object array) {
    out.append('[');
    for (int i = 0; i < Array.getLength(array); i++) {
      out.append(i == 0 ? "" : ",");
      inner().any(Array.get(array, i));
    }
    out.append(']');
  }

  private void quoted(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    out.append('"');
  }

  private void character(char c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else if (c < ' ' || Character.isSurrogate(c)) {
      out.append(String.format("\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }

  private Json inner() {
    return new Json(out, depth + 1);
  }

  private static boolean ofTheJdk(Object object) {
    return object.getClass().getName().startsWith("java.");
  }
}
