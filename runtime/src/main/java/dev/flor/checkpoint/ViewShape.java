package dev.flor.checkpoint;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collections that cannot be filled: immutable ones, and views of others, which change with what
 * they show. Their items are restored; the live one must then hold them.
 */
final class ViewShape extends Shape {
  ViewShape() {
    super(Kind.COLLECTED);
  }

  @Override
  void save(Object object, Parts parts) {
    if (object instanceof Map) {
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) object).entrySet()) {
        parts.reference(entry.getKey());
        parts.reference(entry.getValue());
      }
    } else {
      items(object).forEach(parts::reference);
    }
  }

  @Override
  Object create(Node node) throws NotRestorable {
    throw new NotRestorable("a " + node.type().getName() + " cannot be made anew");
  }

  @Override
  void fill(Object target, Node node, Object[] references) {}

  @Override
  void verify(Object target, Node node, Object[] references) throws NotRestorable {
    boolean same = target instanceof Map
        ? sameEntries((Map<?, ?>) target, references)
        : sameItems(items(target), references);
    if (!same) {
      throw new NotRestorable("a " + node.type().getName() + " cannot be given its saved items");
    }
  }

  private static Collection<?> items(Object object) {
    if (object instanceof Optional) {
      return ((Optional<?>) object).map(List::of).orElse(List.of());
    }
    return (Collection<?>) object;
  }

  /** Sets may be walked in another order in each process. */
  private static boolean sameItems(Collection<?> items, Object[] saved) {
    return items.size() == saved.length
        && (items instanceof List
            ? Arrays.asList(saved).equals(List.copyOf(items))
            : items.containsAll(Arrays.asList(saved)));
  }

  private static boolean sameEntries(Map<?, ?> map, Object[] saved) {
    boolean same = 2 * map.size() == saved.length;
    for (int i = 0; same && i < saved.length; i += 2) {
      same = map.get(saved[i]) == saved[i + 1];
    }
    return same;
  }
}
