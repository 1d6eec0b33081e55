package dev.flor.differ;

import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.Processor;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.validator.ProblemReporter;
import com.github.javaparser.ast.validator.language_level_validations.Java1_3Validator;
import com.github.javaparser.ast.validator.postprocessors.Java26PostProcessor;
import dev.flor.differ.ParseResult.Parsed;
import dev.flor.differ.ParseResult.Unparsable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text to tree. */
final class Parsing {
  /** Newest first: 8 still has {@code _}, {@code var} and {@code record} as plain names, 1.4 {@code enum}, 1.3 {@code assert}. */
  private static final List<LanguageLevel> LEVELS = List.of(
      LanguageLevel.JAVA_26, LanguageLevel.JAVA_8, LanguageLevel.JAVA_1_4, LanguageLevel.JAVA_1_3);

  /** A chain of a few thousand {@code +} overflows the usual stack of a thread. */
  private static final long DEEP_STACK = 256L << 20;

  /** Visitors recurse; deeper trees than this one are not worth a stack overflow in a caller. */
  private static final int DEEPEST = 1000;

  /** More of them in one file are not expected from anybody. */
  private static final int LOCAL_ENUMS = 20;

  /** Begins what the parser says of a char that is no Java; it tells the place in words only. */
  private static final String NOT_JAVA = "Lexical error ";

  private static final Pattern LEXICAL =
      Pattern.compile(NOT_JAVA + "at line (\\d+), column (\\d+)");

  private static final String TOO_DEEP = "nested too deeply to parse";

  private Parsing() {}

  static ParseResult parse(String text) {
    return parsePart(text, text);
  }

  /** The tree of {@code text}, as far as it is in {@code part}, where everything has the same line and column. */
  static ParseResult parsePart(String text, String part) {
    if (Nesting.tooDeep(part)) {
      return Unparsable.tooDeep(TOO_DEEP);
    }
    ParseResult quick = parse(text, part, () -> unchecked());
    return quick instanceof Parsed ? quick : parse(text, part);
  }

  /** What the oldest level has and the newest still allows is the same at all levels. */
  static boolean holdsStatements(String text) {
    ParserConfiguration newest = new ParserConfiguration().setLanguageLevel(LEVELS.get(0));
    newest.getProcessors().add(OldestLevel::new);
    try {
      return !Nesting.tooDeep(text)
          && new JavaParser(newest).parseBlock("{" + text + "}").isSuccessful();
    } catch (StackOverflowError deep) {
      return false;
    }
  }

  /** Forbids what the oldest level has not, beside what the configured level forbids. */
  private static final class OldestLevel extends Processor {
    @Override
    public void postProcess(
        com.github.javaparser.ParseResult<? extends Node> result,
        ParserConfiguration configuration) {
      ProblemReporter reporter = new ProblemReporter(result.getProblems()::add);
      result.getResult().ifPresent(node -> new Java1_3Validator().accept(node, reporter));
    }
  }

  /** What the grammar allows, whatever its language level forbids: that takes as long again to find out. */
  private static ParserConfiguration unchecked() {
    ParserConfiguration configuration =
        new ParserConfiguration().setLanguageLevel(LanguageLevel.RAW);
    configuration.getProcessors().add(VarTypes::new);
    return configuration;
  }

  /** {@code var} is a type of its own, as at the newest level. */
  private static final class VarTypes extends Processor {
    @Override
    public void postProcess(
        com.github.javaparser.ParseResult<? extends Node> result,
        ParserConfiguration configuration) {
      new Java26PostProcessor().postProcess(result, configuration);
    }
  }

  private static ParseResult parse(String text, String parsed) {
    if (Nesting.tooDeep(parsed)) {
      return Unparsable.tooDeep(TOO_DEEP);
    }
    Optional<Unparsable> first = Optional.empty();
    for (LanguageLevel level : LEVELS) {
      ParseResult result =
          parse(text, parsed, () -> new ParserConfiguration().setLanguageLevel(level));
      if (result instanceof Parsed || ((Unparsable) result).tooDeep()) {
        return result;
      }
      first = first.or(() -> Optional.of((Unparsable) result));
    }
    return first.orElseThrow(IllegalStateException::new);
  }

  /** Whatever the parser stops at, if that is an enum within a body, it gets past it; not past a char that is not Java. */
  private static ParseResult parse(
      String text, String parsed, Supplier<ParserConfiguration> configuration) {
    ParseResult result = parseAsIs(text, parsed, configuration);
    Optional<String> readable = Optional.of(parsed);
    for (int i = 0; i < LOCAL_ENUMS && result instanceof Unparsable problem; i++) {
      if (problem.message().startsWith(NOT_JAVA)) {
        return result;
      }
      int at = Lines.of(parsed).start(problem.line()) + problem.column() - 1;
      readable = readable.flatMap(current -> LocalEnums.asVariable(current, at));
      if (readable.isEmpty()) {
        return result;
      }
      result = parseAsIs(text, readable.get(), configuration);
    }
    return result;
  }

  private static ParseResult parseAsIs(
      String text, String parsed, Supplier<ParserConfiguration> configuration) {
    try {
      return shallow(text, parsed, configuration);
    } catch (StackOverflowError deep) {
      return onDeepStack(text, parsed, configuration);
    }
  }

  private static ParseResult onDeepStack(
      String text, String parsed, Supplier<ParserConfiguration> configuration) {
    AtomicReference<ParseResult> result = new AtomicReference<>(Unparsable.tooDeep(TOO_DEEP));
    Thread thread = new Thread(
        null, () -> result.set(shallow(text, parsed, configuration)), "flor-parse", DEEP_STACK);
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

  private static ParseResult shallow(
      String text, String parsed, Supplier<ParserConfiguration> configuration) {
    Indentation indentation = Indentation.of(parsed);
    com.github.javaparser.ParseResult<CompilationUnit> result =
        new JavaParser(configuration.get().setTabSize(1)).parse(indentation.rest());
    Optional<CompilationUnit> unit = result.getResult();
    if (!result.isSuccessful() || unit.isEmpty()) {
      return result.getProblems().stream()
          .findFirst()
          .map(problem -> unparsable(problem, indentation))
          .orElse(new Unparsable(1, 1, "not Java"));
    }
    return TreeNodes.depth(unit.get()) > DEEPEST
        ? Unparsable.tooDeep("nested more than " + DEEPEST + " levels deep")
        : new Parsed(new SyntaxTree(text, unit.get(), indentation));
  }

  private static Unparsable unparsable(Problem problem, Indentation indentation) {
    Matcher lexical = LEXICAL.matcher(problem.getMessage());
    if (lexical.lookingAt()) { // elsewhere it is in the text of a token
      int line = Integer.parseInt(lexical.group(1));
      int column =
          Math.max(1, indentation.column(new Position(line, Integer.parseInt(lexical.group(2)))));
      String where = "at line " + line + ", column " + column;
      return new Unparsable(
          line, column, message(lexical.replaceFirst(Matcher.quoteReplacement(NOT_JAVA + where))));
    }
    boolean unexpected = problem.getMessage().startsWith("Parse error. Found");
    Optional<Position> at = problem
        .getLocation()
        .map(range -> unexpected ? following(range.getBegin()) : range.getBegin())
        .flatMap(JavaToken::getRange)
        .map(range -> range.begin);
    return new Unparsable(
        at.map(position -> position.line).orElse(1),
        at.map(indentation::column).orElse(1),
        message(problem.getMessage()));
  }

  /** The parser names the last token that it understood. */
  private static JavaToken following(JavaToken last) {
    Optional<JavaToken> next = last.getNextToken();
    while (next.isPresent() && next.get().getCategory().isWhitespaceOrComment()) {
      next = next.get().getNextToken();
    }
    return next.orElse(last);
  }

  /** Without the dozens of tokens that might stand there. */
  private static String message(String problem) {
    String line = problem.lines().findFirst().orElse("not Java");
    return line.replaceFirst("\\. Pay attention that .*$", "")
        .replaceFirst("^Parse error\\. Found *(.*?),? expected .*$", "unexpected $1")
        .replaceFirst("^unexpected <EOF>$", "unexpected end of the file");
  }
}
