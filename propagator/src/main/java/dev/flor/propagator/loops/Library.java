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
      "Stack",
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

  private static final Pattern GIVES_VALUE = Pattern.compile(
      "size|length|contains\\w*|equals\\w*|hashCode|isEmpty|isPresent|compare|compareTo|indexOf|lastIndexOf|toString|charAt|substring|"
          + "\\w+Value|next(Int|Long|Double|Float|Gaussian|Boolean)|sum|count|getAsDouble|getAsInt|getAsLong|getName|ordinal|cardinality|"
          + "incrementAndGet|getAndIncrement|hasNext|anyMatch|allMatch|noneMatch|nanoTime|currentTimeMillis");

  private static final Pattern FUNCTIONAL = Pattern.compile(
      "\\w*(Supplier|Consumer|Function|Predicate|Operator)|Runnable|Callable|Comparator");

  private static final Pattern OF_STREAM = Pattern.compile("toArray|collect|forEach\\w*|close");

  private Library() {}

  static boolean isFunctional(String type) {
    return FUNCTIONAL.matcher(Types.plain(type)).matches();
  }

  /** Whether what runs on a receiver of this type is the JDK's alone, unless functions are handed over. */
  static boolean isKnown(String type) {
    return keepsArguments(Types.plain(type)) || type.endsWith("[]") || Types.isNamedValue(type);
  }

  /** Whether an object of a library's type {@code above} may be handed over as one of type {@code type}. */
  static boolean mayBeKin(String above, String type) {
    if (above.equals(type)) {
      return true;
    }
    boolean plain = Set.of(
            "Serializable", "Comparable", "Cloneable", "AutoCloseable", "Object", "Record")
        .contains(above);
    boolean group = isCollection(type) || Reads.isMap(type) || type.equals("Iterable");
    boolean collects = above.matches("\\w*(List|Set|Map|Queue|Deque|Collection|Vector|Stack)");
    return !plain && (group ? collects : !isKnown(type));
  }

  static boolean isPureClass(String type) {
    return PURE_CLASSES.contains(type);
  }

  static boolean isCollection(String type) {
    return COLLECTIONS.contains(type);
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

  /** The type of what streams, views and builders give. */
  private static Optional<String> chained(String scope, String name, Optional<String> receiver) {
    String type = receiver.map(Types::plain).orElse("");
    boolean stream = type.endsWith("Stream") && !type.endsWith("putStream");
    boolean made = scope.endsWith("Stream") && isPureClass(scope);
    boolean drawn = name.equals("stream") && (scope.equals("Arrays") || isCollection(type));
    if (made || drawn) {
      return Optional.of("Stream");
    }
    if (name.equals("iterator") && (isCollection(type) || stream)) {
      return Optional.of("Iterator");
    }
    if (stream && !GIVES_VALUE.matcher(name).matches()) {
      boolean one = Set.of("max", "min", "average", "findFirst", "findAny").contains(name);
      boolean on = !OF_STREAM.matcher(name).matches() && !name.equals("reduce");
      String next = name.equals("toList") ? "List" : "Stream";
      return one ? Optional.of("Optional") : Optional.of(next).filter(found -> on);
    }
    if (type.equals("Entry") && name.equals("getValue")) {
      return receiver.flatMap(Types::mapped);
    }
    return Reads.isMap(type) ? ofMap(name, receiver.orElse("")) : fromBuilder(scope, name, type);
  }

  private static Optional<String> ofMap(String name, String type) {
    return switch (name) {
      case "keySet", "navigableKeySet" -> Optional.of("Set");
      case "values" -> Optional.of("Collection");
      case "entrySet" -> Optional.of("Set<Entry>");
      case "get", "getOrDefault" -> Types.mapped(type);
      default -> Optional.empty();
    };
  }

  private static Optional<String> fromBuilder(String scope, String name, String type) {
    if (type.equals("StringBuilder") && Set.of("append", "insert", "reverse").contains(name)) {
      return Optional.of(type);
    }
    boolean made = Set.of("List", "Set", "Map").contains(scope) && name.matches("of|copyOf");
    return made
        ? Optional.of(scope)
        : Optional.of("List").filter(list -> scope.equals("Arrays") && name.equals("asList"));
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
    if (name.equals("get") && receiver.map(Types::plain).filter("Ref"::equals).isPresent()) {
      return receiver.flatMap(Types::element);
    }
    Optional<String> chained = chained(scope, name, receiver);
    if (chained.isPresent()) {
      return chained;
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
