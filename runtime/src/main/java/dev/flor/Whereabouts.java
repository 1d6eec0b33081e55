package dev.flor;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where in the program a call comes from: its methods and the places they are at, outermost last. */
final class Whereabouts {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final ConcurrentHashMap<String, Optional<LoopCode>> LOOPS =
      new ConcurrentHashMap<>();

  private final List<StackFrame> frames;

  private Whereabouts(List<StackFrame> frames) {
    this.frames = frames;
  }

  /** The place that calls flor now. */
  static Whereabouts now() {
    Frames frames = new Frames();
    WALKER.walk(frames);
    return new Whereabouts(frames.ofProgram);
  }

  /** The loop that calls {@code hasNext} here, if it is one that this method began itself. */
  Optional<LoopCode> loop(Whereabouts begun) {
    if (frames.isEmpty() || frames.size() != begun.frames.size() || !begun.sameMethod(this)) {
      return Optional.empty();
    }
    StackFrame caller = frames.get(0);
    String key = method(caller) + caller.getByteCodeIndex();
    Optional<LoopCode> known = LOOPS.get(key);
    if (known == null) {
      known = LoopCode.find(caller);
      LOOPS.put(key, known);
    }
    return known;
  }

  /** Whether the program, which was in {@code loop} of {@code home}, has left it by now. */
  boolean outside(LoopCode loop, Whereabouts home) {
    int above = frames.size() - home.frames.size();
    if (above < 0 || !home.sameMethod(new Whereabouts(frames.subList(above, frames.size())))) {
      return true;
    }
    return !loop.contains(frames.get(above).getByteCodeIndex());
  }

  private boolean sameMethod(Whereabouts other) {
    return method(frames.get(0)).equals(method(other.frames.get(0)));
  }

  private static String method(StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return System.identityHashCode(type.getClassLoader()) + type.getName() + " "
        + frame.getMethodName() + frame.getDescriptor();
  }

  private static boolean ofFlor(StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return type.getPackageName().equals("dev.flor")
        && type.getClassLoader() == Whereabouts.class.getClassLoader();
  }

  /** All frames but the innermost ones, which are flor's own. */
  @SuppressWarnings("overloads") // newer compilers see two andThen; nobody calls either
  private static final class Frames
      implements Function<Stream<StackFrame>, Object>, Consumer<StackFrame> {
    private final List<StackFrame> ofProgram = new ArrayList<>();

    @Override
    public Object apply(Stream<StackFrame> frames) {
      frames.forEach(this);
      return ofProgram;
    }

    @Override
    public void accept(StackFrame frame) {
      if (!ofProgram.isEmpty() || !ofFlor(frame)) {
        ofProgram.add(frame);
      }
    }
  }
}
