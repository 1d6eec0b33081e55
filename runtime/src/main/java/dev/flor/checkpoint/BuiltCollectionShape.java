package dev.flor.checkpoint;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code List.of}, {@code Set.of} and {@code Optional}: kept while they hold the same. */
final class BuiltCollectionShape extends Shape {
  BuiltCollectionShape() {
    super(Kind.BUILT);
  }

  static boolean covers(Class<?> type) {
    return type == Optional.class
        || (type.getName().startsWith("java.util.ImmutableCollections$")
            && Collection.class.isAssignableFrom(type)
            && !type.getName().contains("SubList"));
  }

  @Override
  void save(Object object, Parts parts) {
    if (object instanceof Optional) {
      ((Optional<?>) object).ifPresent(parts::reference);
    } else {
      ((Collection<?>) object).forEach(parts::reference);
    }
  }

  @Override
  Object build(Node node, Object[] references) throws NotRestorable {
    if (node.type() == Optional.class) {
      return references.length == 0 ? Optional.empty() : Optional.of(references[0]);
    }
    if (Set.class.isAssignableFrom(node.type())) {
      return Set.of(references);
    }
    if (Arrays.asList(references).contains(null)) {
      throw new NotRestorable("a " + node.type().getName() + " with nulls cannot be made anew");
    }
    return List.of(references);
  }
}
