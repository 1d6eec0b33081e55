package dev.flor.checkpoint;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows the shape of every class that can be saved; whatever is not here cannot. */
final class Shapes {
  private final Map<Class<?>, Shape> known = new HashMap<>(); // looked up, never walked
  private boolean comparable = true;
  private final Map<Class<?>, String> signatures = new HashMap<>(); // likewise
  private final Map<ClassLoader, List<CheckpointAdapter<?>>> adapters = new HashMap<>(); // likewise

  static boolean ofTheJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  /** The class under which an object is saved: of an enum constant with a body, its enum. */
  static Class<?> classOf(Object object) {
    return object instanceof Enum ? ((Enum<?>) object).getDeclaringClass() : object.getClass();
  }

  /** The name under which a class is saved, the same in every process. */
  static String nameOf(Class<?> type) {
    return LambdaShape.isLambda(type) ? LambdaShape.stableName(type) : type.getName();
  }

  /** Of a class of the program: its fields' names and types; else empty. */
  String signatureOf(Class<?> type) throws NotSavable {
    String signature = signatures.get(type);
    if (signature == null) {
      signature = sign(type);
      signatures.put(type, signature);
    }
    return signature;
  }

  private String sign(Class<?> type) throws NotSavable {
    boolean fields = !type.isArray()
        && !type.isEnum()
        && !ofTheJdk(type)
        && !(of(type) instanceof HolderShape || of(type) instanceof AdapterShape);
    return fields ? Fields.of(type).signature() : "";
  }

  /** Whether equal states of all objects seen so far are equal bytes. */
  boolean comparable() {
    return comparable;
  }

  Shape of(Class<?> type) throws NotSavable {
    Shape shape = known.get(type);
    if (shape == null) {
      shape = find(type);
      known.put(type, shape);
    }
    return shape;
  }

  private Shape find(Class<?> type) throws NotSavable {
    if (type.isArray()) {
      Class<?> element = type.getComponentType();
      return element.isPrimitive() ? ArrayShape.of(element) : new ReferencesShape();
    }
    Optional<Shape> adapted = AdapterShape.of(type, adapters(type.getClassLoader()));
    if (adapted.isPresent()) {
      comparable &= ((AdapterShape) adapted.get()).comparable();
      return adapted.get();
    }
    if (Holder.class.isAssignableFrom(type)) {
      return new HolderShape();
    }
    if (type.isEnum() && !ofTheJdk(type)) {
      refuseChanging(type);
    }
    Optional<Shape> leaf = Leaves.of(type);
    if (leaf.isPresent()) {
      return leaf.get();
    }
    if (ofTheJdk(type)) {
      return JdkShapes.of(type);
    }
    if (LambdaShape.isLambda(type)) {
      return new LambdaShape(Fields.of(type));
    }
    if (RecordShape.isRecord(type)) {
      return new RecordShape(type, Fields.of(type));
    }
    FieldsShape own = new FieldsShape(type, Fields.of(type));
    Class<?> top = ofProgram(type);
    return JdkShapes.extensible(top.getSuperclass()) ? ExtendedShape.of(type, top, own) : own;
  }

  /** Looked for once: that reads the class path. */
  private List<CheckpointAdapter<?>> adapters(ClassLoader loader) throws NotSavable {
    List<CheckpointAdapter<?>> found = adapters.get(loader);
    if (found == null) {
      found = AdapterShape.found(loader);
      adapters.put(loader, found);
    }
    return found;
  }

  /** Of an enum constant the name is saved: what its fields hold would be what they held last. */
  private static void refuseChanging(Class<?> type) throws NotSavable {
    for (Object constant : type.getEnumConstants()) {
      for (Class<?> at = constant.getClass(); at != Enum.class; at = at.getSuperclass()) {
        for (Field field : at.getDeclaredFields()) {
          int modifiers = field.getModifiers();
          if (!Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers)) {
            throw new NotSavable("a " + type.getName() + ", an enum whose constants can change: "
                + field.getName() + " is not final");
          }
          if (!Modifier.isStatic(modifiers) && holdsChanging(field.getType())) {
            throw new NotSavable("a " + type.getName() + ", an enum whose constants can change: "
                + field.getName() + " is a " + field.getType().getSimpleName());
          }
        }
      }
    }
  }

  private static boolean holdsChanging(Class<?> type) {
    boolean container =
        type.getName().startsWith("java.util.") && !type.getName().startsWith("java.util.function");
    return type.isArray() || (container && Leaves.of(type).isEmpty());
  }

  /** The class of the program that extends one of the JDK. */
  private static Class<?> ofProgram(Class<?> type) {
    Class<?> at = type;
    while (!ofTheJdk(at.getSuperclass())) {
      at = at.getSuperclass();
    }
    return at;
  }
}
