package dev.flor;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads as much of a class file as it takes to get at the bytecode of one method. It is executed once, and not compiled by then: of the
 * thousands of names and numbers that a class may have, only those that are asked for are read.
 */
final class MethodCode {
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int METHOD_HANDLE = 15;

  private final byte[] file;

  /** Where each constant begins, behind its tag. */
  private final int[] constants;

  private int at;

  /**
   * Reads up to the methods.
   *
   * @throws IndexOutOfBoundsException here and later, if this is no class file
   */
  MethodCode(byte[] classFile) {
    file = classFile;
    at = 8;
    constants = new int[next()];
    for (int i = 1; i < constants.length; i++) {
      int tag = file[at++];
      constants[i] = at;
      at += size(tag);
      i += tag == LONG || tag == DOUBLE ? 1 : 0;
    }
    at += 6;
    skip(2 * next());
    for (int fields = next(); fields > 0; fields--) {
      at += 6;
      skipAttributes();
    }
  }

  /** The bytecode of the method. Can be asked once. */
  Optional<byte[]> of(String name, String descriptor) throws IOException {
    for (int methods = next(); methods > 0; methods--) {
      at += 2;
      int itsName = next();
      int itsDescriptor = next();
      if (name.equals(text(itsName)) && descriptor.equals(text(itsDescriptor))) {
        return code();
      }
      skipAttributes();
    }
    return Optional.empty();
  }

  /** The name of the method that a reference to one in the constant pool means. */
  String methodName(int reference) throws IOException {
    int nameAndType = unsigned16(constants[reference] + 2);
    return text(unsigned16(constants[nameAndType]));
  }

  private int size(int tag) {
    if (tag == UTF8) {
      return 2 + unsigned16(at);
    }
    if (tag == LONG || tag == DOUBLE) {
      return 8;
    }
    if (tag == METHOD_HANDLE) {
      return 3;
    }
    if (tag == 7 || tag == 8 || tag == 16 || tag == 19 || tag == 20) {
      return 2; // class, string, method type, module, package
    }
    return 4; // a number, or two references
  }

  private Optional<byte[]> code() throws IOException {
    for (int rest = next(); rest > 0; rest--) {
      boolean found = text(next()).equals("Code");
      int length = nextInt();
      if (found) {
        at += 4;
        int size = nextInt();
        return Optional.of(Arrays.copyOfRange(file, at, at + size));
      }
      at += length;
    }
    return Optional.empty();
  }

  private void skipAttributes() {
    for (int rest = next(); rest > 0; rest--) {
      at += 2;
      skip(nextInt());
    }
  }

  /** Not {@code at += next()}: that adds to where it was before. */
  private void skip(int count) {
    at += count;
  }

  private String text(int constant) throws IOException {
    int start = constants[constant];
    return new DataInputStream(new ByteArrayInputStream(file, start, file.length - start))
        .readUTF();
  }

  private int next() {
    at += 2;
    return unsigned16(at - 2);
  }

  private int nextInt() {
    return (next() << 16) | next();
  }

  private int unsigned16(int from) {
    return ((file[from] & 0xFF) << 8) | (file[from + 1] & 0xFF);
  }
}
