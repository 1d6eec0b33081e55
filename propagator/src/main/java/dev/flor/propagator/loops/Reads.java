package dev.flor.propagator.loops;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Methods of the JDK that only read: each trusted only on receivers of types that are listed here. */
final class Reads {
  /** On anything: what {@code Object} promises. */
  private static final Pattern OBJECT =
      Pattern.compile("getClass|hashCode|equals|toString|getDeclaringClass");

  private static final Pattern ENUM = Pattern.compile("name|ordinal|compareTo|values|valueOf");

  private static final Pattern ARRAY = Pattern.compile("clone|length|getClass|hashCode|equals");

  private static final Pattern COLLECTION =
      Pattern.compile("size|isEmpty|contains\\w*|get|getOrDefault|getFirst|getLast|elementAt|"
          + "firstElement|lastElement|indexOf|lastIndexOf|toArray|stream|parallelStream|iterator|"
          + "listIterator|spliterator|keySet|values|entrySet|subList|subMap|subSet|"
          + "(head|tail)(Map|Set)|first|last|(first|last)(Key|Entry)|"
          + "(floor|ceiling|higher|lower)(Key|Entry)?|descending\\w*|navigableKeySet|peek|peekFirst|"
          + "peekLast|element|equals|hashCode|toString|forEach|comparator|clone|reversed|getClass");

  private static final Pattern TEXT = Pattern.compile(
      "length|charAt|toString|substring|indexOf|lastIndexOf|isEmpty|capacity|chars|compareTo|"
          + "subSequence|codePointAt|equals|hashCode");

  private static final Pattern CELL =
      Pattern.compile("get(Plain|Acquire|Opaque)?|\\w+Value|toString|sum|"
          + "get(Min|Max|Average|Sum|Count)|equals|hashCode");

  private static final Pattern BITS =
      Pattern.compile("get|cardinality|length|size|isEmpty|(next|previous)(Set|Clear)Bit|stream|"
          + "toString|toLongArray|toByteArray|intersects|equals|hashCode|clone");

  private static final Pattern ENTRY = Pattern.compile("getKey|getValue|toString|equals|hashCode");

  private static final Pattern ITERATOR = Pattern.compile("hasNext|hasPrevious|nextIndex");

  private static final Set<String> TEXTS =
      Set.of("StringBuilder", "StringBuffer", "StringJoiner", "CharSequence");

  private static final Set<String> CELLS = Set.of(
      "Ref",
      "AtomicInteger",
      "AtomicLong",
      "AtomicBoolean",
      "AtomicReference",
      "AtomicIntegerArray",
      "AtomicLongArray",
      "DoubleAdder",
      "LongAdder",
      "DoubleSummaryStatistics",
      "IntSummaryStatistics",
      "LongSummaryStatistics");

  private static final Set<String> ALWAYS = Set.of(
      "Stream",
      "IntStream",
      "DoubleStream",
      "LongStream",
      "Optional",
      "OptionalInt",
      "OptionalLong",
      "OptionalDouble",
      "Pattern",
      "File",
      "Logger");

  private static final Set<String> MAPS = Set.of(
      "Map",
      "HashMap",
      "TreeMap",
      "LinkedHashMap",
      "SortedMap",
      "NavigableMap",
      "ConcurrentHashMap",
      "ConcurrentMap",
      "EnumMap");

  /** What a map in order of access counts as a use of the entry. */
  private static final Set<String> USES = Set.of("get", "getOrDefault");

  static boolean isConsole(String written) {
    return written.equals("System.out") || written.equals("System.err");
  }

  /** Names of iterating views. */
  private static final Pattern VIEW = Pattern.compile(
      "keySet|values|entrySet|subList|descending\\w*|(head|tail|sub)(Map|Set)|reversed|"
          + "navigableKeySet|asList|of|copyOf|copyOfRange|clone|toArray|toList|split|toCharArray|"
          + "(un)?modifiable\\w*|singleton\\w*|empty\\w*|nCopies|range|getStackTrace|getBytes");

  private static final Pattern SYSTEM = Pattern.compile(
      "nanoTime|currentTimeMillis|getProperty|getProperties|getenv|identityHashCode|lineSeparator|"
          + "arraycopy|gc|exit|getLogger");

  private static final Pattern FILES =
      Pattern.compile("read\\w*|exists|notExists|size|is\\w+|lines|list|walk|find|get\\w+|mismatch|"
          + "newBufferedReader|newInputStream|newDirectoryStream|probeContentType");

  private static final Pattern THREAD =
      Pattern.compile("currentThread|sleep|onSpinWait|yield|holdsLock|interrupted");

  private static final List<String> MADE_FREELY =
      List.of("Exception", "Error", "Random", "Reader", "Lock", "Object", "Thread", "Format");

  private Reads() {}

  static boolean anything(String method) {
    return OBJECT.matcher(method).matches();
  }

  static boolean ofEnum(String method) {
    return ENUM.matcher(method).matches();
  }

  static boolean isMap(String type) {
    return MAPS.contains(type);
  }

  static boolean isUse(String method) {
    return USES.contains(method);
  }

  static boolean isView(String method) {
    return VIEW.matcher(method).matches();
  }

  /** Whether a method changes nothing of a receiver of a type (as written). */
  static boolean only(String type, String method) {
    String plain = Types.plain(type);
    if (type.endsWith("[]")) {
      return ARRAY.matcher(method).matches();
    }
    if (Library.isCollection(plain) || isMap(plain) || plain.equals("PriorityQueue")) {
      return COLLECTION.matcher(method).matches();
    }
    if (TEXTS.contains(plain)) {
      return TEXT.matcher(method).matches();
    }
    if (CELLS.contains(plain)) {
      return CELL.matcher(method).matches();
    }
    if (plain.equals("BitSet")) {
      return BITS.matcher(method).matches();
    }
    if (plain.endsWith("Iterator")) {
      return ITERATOR.matcher(method).matches();
    }
    return plain.equals("Entry")
        ? ENTRY.matcher(method).matches()
        : ALWAYS.contains(plain) && !(plain.equals("File") && !method.startsWith("get"));
  }

  /** Whether a static method changes nothing but what it is given. */
  static boolean onlyStatic(String type, String method) {
    return switch (type) {
      case "System" -> SYSTEM.matcher(method).matches();
      case "Files" -> FILES.matcher(method).matches();
      case "Thread" -> THREAD.matcher(method).matches();
      case "Runtime" -> method.equals("getRuntime");
      case "Locale" -> !method.startsWith("set");
      default -> Library.knowsStatics(type);
    };
  }

  /** Whether making an object of a class of a library changes nothing else. */
  static boolean makesOnly(String type) {
    return Library.keepsArguments(type)
        || isMap(type)
        || TEXTS.contains(type)
        || CELLS.contains(type)
        || ALWAYS.contains(type)
        || Types.isNamedValue(type)
        || Set.of("StringWriter", "ByteArrayOutputStream", "ByteArrayInputStream")
            .contains(type)
        || Set.of("SimpleEntry", "SimpleImmutableEntry", "Stack", "EnumSet").contains(type)
        || MADE_FREELY.stream().anyMatch(type::endsWith);
  }
}
