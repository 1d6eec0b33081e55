package dev.flor.differ;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import dev.flor.differ.ParseResult.Parsed;
import dev.flor.differ.ParseResult.Unparsable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Text to tree. */
final class Parsing {
  /** Newest first: 8 still has {@code _}, {@code var} and {@code record} as plain names, 1.4 {@code enum}, 1.3 {@code assert}. */
  private static final List<LanguageLevel> LEVELS = List.of(
      LanguageLevel.JAVA_26, LanguageLevel.JAVA_8, LanguageLevel.JAVA_1_4, LanguageLevel.JAVA_1_3);

  /** A chain of a few thousand {@code +} overflows the usual stack of a thread. */
  private static final long DEEP_STACK = 256L << 20;

  /** Visitors recurse; deeper trees than this one are not worth a stack overflow in a caller. */
  private static final int DEEPEST = 3000;

  private Parsing() {}

  static ParseResult parse(String text) {
    Optional<Unparsable> first = Optional.empty();
    for (LanguageLevel level : LEVELS) {
      ParseResult result = parse(text, level);
      if (result instanceof Parsed) {
        return result;
      }
      first = first.or(() -> Optional.of((Unparsable) result));
    }
    return first.orElseThrow(IllegalStateException::new);
  }

  private static ParseResult parse(String text, LanguageLevel level) {
    try {
      return shallow(text, level);
    } catch (StackOverflowError deep) {
      return onDeepStack(text, level);
    }
  }

  private static ParseResult onDeepStack(String text, LanguageLevel level) {
    AtomicReference<ParseResult> result =
        new AtomicReference<>(new Unparsable(1, 1, "nested too deeply to parse"));
    Thread thread =
        new Thread(null, () -> result.set(shallow(text, level)), "flor-parse", DEEP_STACK);
    thread.setUncaughtExceptionHandler((dead, overflow) -> {});
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Unparsable(1, 1, "interrupted while parsing");
    }
    return result.get();
  }

  private static ParseResult shallow(String text, LanguageLevel level) {
    com.github.javaparser.ParseResult<CompilationUnit> result =
        new JavaParser(new ParserConfiguration().setLanguageLevel(level).setTabSize(1)).parse(text);
    Optional<CompilationUnit> unit = result.getResult();
    if (!result.isSuccessful() || unit.isEmpty()) {
      return result.getProblems().stream()
          .findFirst()
          .map(Parsing::unparsable)
          .orElse(new Unparsable(1, 1, "not Java"));
    }
    return TreeNodes.depth(unit.get()) > DEEPEST
        ? new Unparsable(1, 1, "nested more than " + DEEPEST + " levels deep")
        : new Parsed(new SyntaxTree(text, unit.get()));
  }

  private static Unparsable unparsable(Problem problem) {
    Position at = problem
        .getLocation()
        .flatMap(TokenRange::toRange)
        .map(range -> range.begin)
        .orElse(new Position(1, 1));
    return new Unparsable(
        at.line, at.column, problem.getMessage().lines().findFirst().orElse("not Java"));
  }
}
