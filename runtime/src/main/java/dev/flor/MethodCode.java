package dev.flor;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Optional;

/** Reads as much of a class file as it takes to get at the bytecode of one method. */
final class MethodCode {
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int METHOD_HANDLE = 15;

  private final DataInputStream in;
  private final String[] texts;
  private final int[] values;

  /** Reads up to the methods. */
  MethodCode(byte[] classFile) throws IOException {
    this.in = new DataInputStream(new ByteArrayInputStream(classFile));
    skip(8);
    int constants = in.readUnsignedShort();
    texts = new String[constants];
    values = new int[constants];
    for (int i = 1; i < constants; i++) {
      int tag = in.readUnsignedByte();
      constant(i, tag);
      i += tag == LONG || tag == DOUBLE ? 1 : 0;
    }
    skip(6);
    skip(2L * in.readUnsignedShort());
    for (int fields = in.readUnsignedShort(); fields > 0; fields--) {
      skip(6);
      attributes("");
    }
  }

  /** The bytecode of the method. Can be asked once. */
  Optional<byte[]> of(String name, String descriptor) throws IOException {
    for (int methods = in.readUnsignedShort(); methods > 0; methods--) {
      skip(2);
      boolean found = name.equals(texts[in.readUnsignedShort()]);
      found &= descriptor.equals(texts[in.readUnsignedShort()]);
      byte[] code = attributes(found ? "Code" : "");
      if (found) {
        return Optional.ofNullable(code);
      }
    }
    return Optional.empty();
  }

  /** The name of the method that a reference to one in the constant pool means. */
  String methodName(int reference) {
    int nameAndType = values[reference] & 0xFFFF;
    return texts[values[nameAndType] >>> 16];
  }

  private void constant(int index, int tag) throws IOException {
    if (tag == UTF8) {
      texts[index] = in.readUTF();
    } else if (tag == LONG || tag == DOUBLE) {
      skip(8);
    } else if (tag == METHOD_HANDLE) {
      skip(3);
    } else if (tag == 7 || tag == 8 || tag == 16 || tag == 19 || tag == 20) {
      skip(2); // class, string, method type, module, package
    } else {
      values[index] = in.readInt(); // a number, or two references
    }
  }

  /** Skips attributes, but for the bytecode in the one of this name. */
  private byte[] attributes(String wanted) throws IOException {
    byte[] code = null;
    for (int rest = in.readUnsignedShort(); rest > 0; rest--) {
      boolean found = wanted.equals(texts[in.readUnsignedShort()]);
      long length = in.readInt() & 0xFFFFFFFFL;
      if (found) {
        skip(4);
        code = in.readNBytes(in.readInt());
        length -= 8 + code.length;
      }
      skip(length);
    }
    return code;
  }

  private void skip(long count) throws IOException {
    in.skipBytes(Math.toIntExact(count)); // of an array: all of them at once
  }
}
