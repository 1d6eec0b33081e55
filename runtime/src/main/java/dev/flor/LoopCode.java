package dev.flor;

import java.io.IOException;
import java.util.Optional;

/**
 * Where a loop stands in the bytecode of its method. Only the shape that compilers give a for-each or
 * while loop is known: a call of {@code hasNext} and a jump on its answer, forward to the end of the
 * loop or back to its beginning.
 */
final class LoopCode {
  private static final int INVOKEVIRTUAL = 0xb6;
  private static final int INVOKEINTERFACE = 0xb9;
  private static final int IFEQ = 0x99;
  private static final int IFNE = 0x9a;

  private final int start;
  private final int end;

  private LoopCode(int start, int end) {
    this.start = start;
    this.end = end;
  }

  /** The loop whose {@code hasNext} is called at this place of a method; empty when unsure. */
  static Optional<LoopCode> find(StackWalker.StackFrame caller) {
    Class<?> type = caller.getDeclaringClass();
    boolean interrupted = Thread.interrupted(); // or it could not read a file
    try {
      byte[] file = ClassFile.of(type);
      if (file.length == 0) {
        return Optional.empty();
      }
      MethodCode method = new MethodCode(file);
      Optional<byte[]> code = method.of(caller.getMethodName(), caller.getDescriptor());
      return code.isPresent()
          ? around(code.get(), method, caller.getByteCodeIndex())
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // unsure: the loop is taken to last until the one around it moves on
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  boolean contains(int position) {
    return start <= position && position < end;
  }

  private static Optional<LoopCode> around(byte[] code, MethodCode names, int at)
      throws IOException {
    int call = code[at] & 0xFF;
    int size = call == INVOKEINTERFACE ? 5 : 3;
    boolean asks = (call == INVOKEINTERFACE || call == INVOKEVIRTUAL)
        && names.methodName(unsigned16(code, at + 1)).equals("hasNext");
    int jump = code[at + size] & 0xFF;
    int target = at + size + (short) unsigned16(code, at + size + 1);
    if (asks && jump == IFEQ && target > at) {
      return Optional.of(new LoopCode(at, target)); // no more: on, behind the loop
    }
    if (asks && jump == IFNE && target < at) {
      return Optional.of(new LoopCode(target, at + size)); // more: back, to the body
    }
    return Optional.empty();
  }

  private static int unsigned16(byte[] code, int at) {
    return ((code[at] & 0xFF) << 8) | (code[at + 1] & 0xFF);
  }
}
