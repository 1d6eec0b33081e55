package dev.flor.propagator.loops;

import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is known of code without sources: mostly the JDK's. What is not known here is taken to change what it is given. */
final class Library {
  /** Classes whose static methods change nothing they are given. */
  private static final Set<String> PURE_CLASSES = Set.of(
      "Math",
      "StrictMath",
      "Integer",
      "Long",
      "Double",
      "Float",
      "Boolean",
      "Character",
      "Byte",
      "Short",
      "String",
      "Objects",
      "Optional",
      "OptionalInt",
      "OptionalDouble",
      "List",
      "Set",
      "Map",
      "Path",
      "Paths",
      "Instant",
      "Duration",
      "LocalDate",
      "LocalDateTime",
      "Stream",
      "IntStream",
      "DoubleStream",
      "LongStream",
      "Collectors",
      "Comparator",
      "Pattern",
      "UUID",
      "Thread",
      "Files",
      "System",
      "BigDecimal",
      "BigInteger",
      "Locale",
      "TimeUnit",
      "Entry",
      "Logger",
      "LoggerFactory",
      "LogManager",
      "Flor",
      "Runtime");

  private static final Set<String> NUMERIC_CLASSES = Set.of(
      "Math", "StrictMath", "Integer", "Long", "Double", "Float", "Boolean", "Character", "String");

  /** Static methods that change their first argument. */
  private static final Set<String> CHANGING = Set.of(
      "fill",
      "setAll",
      "sort",
      "parallelSort",
      "parallelPrefix",
      "parallelSetAll",
      "shuffle",
      "reverse",
      "swap",
      "addAll",
      "rotate",
      "copy",
      "replaceAll");

  private static final Set<String> OUTPUT = Set.of(
      "PrintStream",
      "PrintWriter",
      "Writer",
      "BufferedWriter",
      "FileWriter",
      "OutputStream",
      "BufferedOutputStream",
      "Logger",
      "Console");

  private static final Set<String> COLLECTIONS = Set.of(
      "List",
      "ArrayList",
      "LinkedList",
      "Collection",
      "Set",
      "HashSet",
      "LinkedHashSet",
      "TreeSet",
      "SortedSet",
      "NavigableSet",
      "Deque",
      "ArrayDeque",
      "Queue",
      "Vector");

  private static final Set<String> JDK = Set.of(
      "Map",
      "HashMap",
      "TreeMap",
      "LinkedHashMap",
      "SortedMap",
      "ConcurrentHashMap",
      "ConcurrentMap",
      "Random",
      "SplittableRandom",
      "RandomGenerator",
      "StringBuilder",
      "StringBuffer",
      "AtomicInteger",
      "AtomicLong",
      "AtomicBoolean",
      "AtomicReference",
      "BitSet",
      "Scanner",
      "BufferedReader",
      "Iterator",
      "ListIterator",
      "PriorityQueue",
      "Stream",
      "IntStream",
      "DoubleStream",
      "Optional",
      "StringJoiner",
      "DoubleAdder",
      "LongAdder",
      "DoubleSummaryStatistics");

  private static final Pattern LOOKS_PURE = Pattern.compile(
      "get(?!And)[A-Z]\\w*|get|is[A-Z]\\w*|has[A-Z]\\w*|size|length|contains\\w*|equals\\w*|hashCode|toString|compare|compareTo|"
          + "indexOf|lastIndexOf|charAt|sub[A-Z]\\w*|substring|stream|parallelStream|keySet|values|entrySet|iterator|spliterator|copyOf\\w*|clone|"
          + "\\w+Value|of|to[A-Z]\\w*|as[A-Z]\\w*|max|min|sum|average|count|map|filter|mapTo[A-Z]\\w*|boxed|sorted|limit|skip|"
          + "collect|reduce|anyMatch|allMatch|noneMatch|findFirst|findAny|orElse\\w*|first\\w*|last\\w*|forEach|forEachOrdered|name|"
          + "ordinal|format|formatted|split|trim|strip|lines|repeat|flatMap\\w*|distinct|peek|descending\\w*|floor\\w*|ceiling\\w*|"
          + "higher\\w*|lower\\w*|head\\w*|tail\\w*|summaryStatistics|ifPresent|matches|matcher|join|parallel|sequential|close|cardinality");

  private static final Pattern GIVES_VALUE = Pattern.compile(
      "size|length|contains\\w*|equals\\w*|hashCode|isEmpty|isPresent|compare|compareTo|indexOf|lastIndexOf|toString|charAt|substring|"
          + "\\w+Value|next(Int|Long|Double|Float|Gaussian|Boolean)|sum|count|getAsDouble|getAsInt|getAsLong|getName|ordinal|cardinality|"
          + "incrementAndGet|getAndIncrement|hasNext|anyMatch|allMatch|noneMatch|nanoTime|currentTimeMillis");

  private Library() {}

  static boolean isPureClass(String type) {
    return PURE_CLASSES.contains(type);
  }

  static boolean isOutput(String type) {
    return OUTPUT.contains(type);
  }

  /** Whether its methods are known to change at most the receiver. */
  static boolean keepsArguments(String type) {
    return COLLECTIONS.contains(type) || JDK.contains(type) || type.endsWith("[]");
  }

  /** Whether iterating it changes nothing. */
  static boolean iteratesFreely(String type) {
    return type.endsWith("[]")
        || COLLECTIONS.contains(Types.plain(type))
        || Types.plain(type).equals("Iterable");
  }

  static boolean looksPure(String method) {
    return LOOKS_PURE.matcher(method).matches();
  }

  /** Places of the arguments that a static method of the JDK changes. */
  static List<Integer> changedArguments(String type, String method) {
    if (type.equals("System")) {
      return method.equals("arraycopy") ? List.of(2) : List.of();
    }
    boolean changes =
        (type.equals("Arrays") || type.equals("Collections")) && CHANGING.contains(method);
    return changes ? List.of(0, method.equals("shuffle") ? 1 : 0) : List.of();
  }

  static boolean knowsStatics(String type) {
    return isPureClass(type) || type.equals("Arrays") || type.equals("Collections");
  }

  /** The type that a call returns, where its name and receiver tell. */
  static Optional<String> returned(MethodCallExpr call, Optional<String> receiver) {
    String name = call.getNameAsString();
    String scope = call.getScope().map(Object::toString).orElse("");
    if (NUMERIC_CLASSES.contains(scope)) {
      return Optional.of(Types.VALUE);
    }
    if (scope.equals("Arrays")
        && name.startsWith("copyOf")
        && !call.getArguments().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> collection =
        receiver.filter(type -> keepsArguments(Types.plain(type)) || type.endsWith("[]"));
    if (collection.isPresent()
        && (name.equals("get")
            || name.equals("getFirst")
            || name.equals("getLast")
            || name.equals("remove"))) {
      return Types.element(collection.get());
    }
    if (collection.isPresent() && (name.equals("clone") || name.equals("subList"))) {
      return collection;
    }
    boolean known = collection.isPresent()
        || receiver
            .filter(type -> type.equals(Types.VALUE) || type.equals("String"))
            .isPresent();
    return known && GIVES_VALUE.matcher(name).matches()
        ? Optional.of(Types.VALUE)
        : Optional.empty();
  }
}
