package dev.flor.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** The JDK's immutable values, each with its way into a checkpoint. */
final class Leaves {
  /** Values of these packages and classes are serialized by the JDK; nothing else ever is. */
  private static final String SERIAL =
      "java.math.*;java.time.*;java.util.UUID;java.util.Locale;java.util.Currency;java.net.URI;"
          + "java.io.File;java.lang.Number;";

  private Leaves() {}

  static Optional<Shape> of(Class<?> type) {
    Shape exact = exact(type);
    if (exact != null) {
      return Optional.of(exact);
    }
    if (type.isEnum()) {
      return Optional.of(
          new LeafShape((it, out) -> out.utf8(((Enum<?>) it).name()), in -> constant(type, in)));
    }
    if (Path.class.isAssignableFrom(type) && type.getName().startsWith("sun.nio.fs.")) {
      return Optional.of(
          new LeafShape((it, out) -> out.utf8(it.toString()), in -> Path.of(in.utf8())));
    }
    return serial(type)
        ? Optional.of(new LeafShape(Leaves::serialize, Leaves::deserialize))
        : Optional.empty();
  }

  /** An object's serialized form, as far as it goes: something that is held may not be serializable. */
  static byte[] begunForm(Object object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    } catch (IOException | RuntimeException e) {
      return bytes.toByteArray(); // who asked for it sees whether what it wants is there
    }
    return bytes.toByteArray();
  }

  /** A JDK object's serialized form. */
  static byte[] serialized(Object object) throws NotSavable {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    } catch (IOException e) {
      throw new NotSavable(object.getClass().getName() + " cannot be saved: " + e.getMessage());
    }
    return bytes.toByteArray();
  }

  /** Only what is asked for is linked: most programs have one or two of these. */
  private static Shape exact(Class<?> type) {
    switch (type.getName()) {
      case "java.lang.String":
        return new LeafShape((it, out) -> text((String) it, out), Leaves::text);
      case "java.lang.Integer":
        return new LeafShape((it, out) -> out.fixed32((Integer) it), Input::fixed32);
      case "java.lang.Long":
        return new LeafShape((it, out) -> out.fixed64((Long) it), Input::fixed64);
      case "java.lang.Short":
        return new LeafShape((it, out) -> out.fixed32((Short) it), in -> (short) in.fixed32());
      case "java.lang.Byte":
        return new LeafShape((it, out) -> out.u8((Byte) it), in -> (byte) in.u8());
      case "java.lang.Character":
        return new LeafShape((it, out) -> out.fixed32((Character) it), in -> (char) in.fixed32());
      case "java.lang.Boolean":
        return new LeafShape((it, out) -> out.u8((Boolean) it ? 1 : 0), in -> in.u8() == 1);
      case "java.lang.Double":
        return new LeafShape(
            (it, out) -> out.fixed64(Double.doubleToRawLongBits((Double) it)),
            in -> Double.longBitsToDouble(in.fixed64()));
      case "java.lang.Float":
        return new LeafShape(
            (it, out) -> out.fixed32(Float.floatToRawIntBits((Float) it)),
            in -> Float.intBitsToFloat(in.fixed32()));
      default:
        return null;
    }
  }

  private static boolean serial(Class<?> type) {
    String name = type.getName();
    return name.startsWith("java.math.Big")
        || name.startsWith("java.time.")
        || SERIAL.contains(";" + name + ";");
  }

  private static void serialize(Object leaf, Output out) throws NotSavable {
    out.raw(serialized(leaf));
  }

  private static Object deserialize(Input in) throws NotRestorable {
    try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(in.raw()))) {
      objects.setObjectInputFilter(
          ObjectInputFilter.Config.createFilter("maxdepth=5;maxarray=65536;" + SERIAL + "!*"));
      return objects.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new NotRestorable("a value cannot be read: " + e.getMessage());
    }
  }

  private static Object constant(Class<?> type, Input in) throws NotRestorable {
    String name = in.utf8();
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new NotRestorable(type.getName() + " has no " + name);
  }

  /** As UTF-8, unless half a surrogate pair might be in it. */
  private static void text(String text, Output out) {
    boolean plain = true;
    for (int i = 0; plain && i < text.length(); i++) {
      plain = !Character.isSurrogate(text.charAt(i));
    }
    out.u8(plain ? 0 : 1);
    if (plain) {
      out.utf8(text);
    } else {
      ByteBuffer chars = ByteBuffer.allocate(2 * text.length());
      chars.asCharBuffer().put(text);
      out.raw(chars.array());
    }
  }

  private static Object text(Input in) {
    return in.u8() == 0 ? in.utf8() : ByteBuffer.wrap(in.raw()).asCharBuffer().toString();
  }
}
