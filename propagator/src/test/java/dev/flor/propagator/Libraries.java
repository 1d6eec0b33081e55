package dev.flor.propagator;

import java.util.SortedMap;
import java.util.TreeMap;

/** As much of some libraries as the cases use, so that the compiler can judge what is carried. */
final class Libraries {
  private static final String FLOR = """
      package dev.flor;
      public final class Flor {
        public static double log(String name, double value) { return value; }
        public static float log(String name, float value) { return value; }
        public static long log(String name, long value) { return value; }
        public static int log(String name, int value) { return value; }
        public static boolean log(String name, boolean value) { return value; }
        public static String log(String name, String value) { return value; }
        public static <T> T log(String name, T value) { return value; }
        public static Iterable<Integer> range(int end) { return java.util.List.of(); }
        public static <T> Iterable<T> loop(String name, Iterable<T> items) { return items; }
      }
      """;
  private static final String LOGGER = """
      public interface Logger {
        void trace(String text, Object... values);
        void debug(String text, Object... values);
        void info(String text, Object... values);
        void warn(String text, Object... values);
        void error(String text, Object... values);
        boolean isTraceEnabled();
        boolean isDebugEnabled();
        boolean isInfoEnabled();
      }
      """;
  private static final String FACTORY = """
        public static Logger getLogger(Class<?> type) { return null; }
        public static Logger getLogger(String name) { return null; }
      }
      """;

  private Libraries() {}

  static SortedMap<String, String> sources() {
    SortedMap<String, String> sources = new TreeMap<>();
    sources.put("dev/flor/Flor.java", FLOR);
    sources.put("org/slf4j/Logger.java", "package org.slf4j;\n" + LOGGER);
    sources.put(
        "org/slf4j/LoggerFactory.java",
        "package org.slf4j;\npublic final class LoggerFactory {\n" + FACTORY);
    sources.put(
        "org/apache/logging/log4j/Logger.java", "package org.apache.logging.log4j;\n" + LOGGER);
    sources.put(
        "org/apache/logging/log4j/LogManager.java",
        "package org.apache.logging.log4j;\npublic final class LogManager {\n" + FACTORY);
    return sources;
  }
}
