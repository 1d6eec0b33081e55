package dev.flor.checkpoint;

import java.nio.charset.Charset;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** Knows the shape of every class of the JDK that can be saved; whatever is not here cannot. */
final class JdkShapes {
  private static final Set<String> FILLABLE = Set.of(
      "java.util.ArrayDeque",
      "java.util.ArrayList",
      "java.util.HashSet",
      "java.util.LinkedHashSet",
      "java.util.LinkedList",
      "java.util.PriorityQueue",
      "java.util.Stack",
      "java.util.TreeSet",
      "java.util.Vector",
      "java.util.concurrent.ConcurrentLinkedDeque",
      "java.util.concurrent.ConcurrentLinkedQueue",
      "java.util.concurrent.ConcurrentSkipListSet",
      "java.util.concurrent.CopyOnWriteArrayList",
      "java.util.concurrent.CopyOnWriteArraySet",
      "java.util.EnumMap",
      "java.util.HashMap",
      "java.util.Hashtable",
      "java.util.IdentityHashMap",
      "java.util.LinkedHashMap",
      "java.util.Properties",
      "java.util.TreeMap",
      "java.util.WeakHashMap",
      "java.util.concurrent.ConcurrentHashMap",
      "java.util.concurrent.ConcurrentSkipListMap");

  private static final Set<String> CONSTANT = Set.of(
      "java.util.Collections$ReverseComparator", "java.lang.String$CaseInsensitiveComparator");

  private JdkShapes() {}

  /** Whether a class of the program may extend it, and the rest of what it holds is saved by its methods. */
  static boolean extensible(Class<?> type) {
    return FILLABLE.contains(type.getName()) || type == Random.class;
  }

  static Shape of(Class<?> type) throws NotSavable {
    Shape cell = CellShape.of(type);
    if (cell != null) {
      return cell;
    }
    if (type == Random.class) {
      return new RandomShape();
    }
    if (type == SplittableRandom.class) {
      return new SplittableRandomShape();
    }
    if (type == Object.class) {
      return new FieldsShape(type, Fields.of(type));
    }
    if (type == Class.class || type == Pattern.class || Charset.class.isAssignableFrom(type)) {
      return new KeptShape();
    }
    if (LambdaShape.isLambda(type) || CONSTANT.contains(type.getName())) {
      return new LambdaShape();
    }
    return collection(type);
  }

  private static Shape collection(Class<?> type) throws NotSavable {
    boolean map = Map.class.isAssignableFrom(type);
    if (FILLABLE.contains(type.getName())) {
      return map ? new MapShape() : new CollectionShape();
    }
    if (BuiltCollectionShape.covers(type)) {
      return new BuiltCollectionShape();
    }
    if (type.getName().startsWith("java.util.")
        && (map || Collection.class.isAssignableFrom(type))) {
      return new ViewShape();
    }
    throw new NotSavable("a " + type.getName() + ", which cannot be saved");
  }
}
