package dev.flor.replay.check;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/** Gives javac the sources of a tree from memory, so that it reads only those that it needs. */
final class JavacSources extends ForwardingJavaFileManager<JavaFileManager> {
  private final SortedMap<String, Text> byPath;

  /**
   * @param byPath source texts by their path below the source root, such as {@code a/b/C.java}
   */
  JavacSources(JavaFileManager files, SortedMap<String, Text> byPath) {
    super(files);
    this.byPath = byPath;
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.SOURCE_PATH || super.hasLocation(location);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (location != StandardLocation.SOURCE_PATH || !kinds.contains(JavaFileObject.Kind.SOURCE)) {
      return super.list(location, packageName, kinds, recurse);
    }
    String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
    List<JavaFileObject> found = new ArrayList<>();
    for (Map.Entry<String, Text> entry : byPath.tailMap(folder).entrySet()) {
      if (!entry.getKey().startsWith(folder)) {
        break;
      }
      if (recurse || entry.getKey().indexOf('/', folder.length()) < 0) {
        found.add(entry.getValue());
      }
    }
    return found;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    if (file instanceof Text text) {
      return text.binaryName();
    }
    return super.inferBinaryName(location, file);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    return new Discarded(className, kind);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return a == b || (!(a instanceof Text) && !(b instanceof Text) && super.isSameFile(a, b));
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return file instanceof Text
        ? location == StandardLocation.SOURCE_PATH
        : super.contains(location, file);
  }

  /** A class that nobody will load: only the errors are wanted. */
  private static final class Discarded extends SimpleJavaFileObject {
    Discarded(String className, Kind kind) {
      super(Text.uri(className.replace('.', '/') + kind.extension), kind);
    }

    @Override
    public OutputStream openOutputStream() {
      return OutputStream.nullOutputStream();
    }
  }

  /** One source file in memory. */
  static final class Text extends SimpleJavaFileObject {
    private final String path;
    private final String belowRoot;
    private final Supplier<String> text;

    Text(String path, String belowRoot, Supplier<String> text) {
      super(uri(belowRoot), Kind.SOURCE);
      this.path = path;
      this.belowRoot = belowRoot;
      this.text = text;
    }

    private static URI uri(String path) {
      try {
        return new URI("mem", null, "/" + path, null);
      } catch (URISyntaxException e) {
        throw new IllegalStateException("no URI for " + path, e);
      }
    }

    /** The file's path in its version. */
    String path() {
      return path;
    }

    /** Its path below the root of its package. */
    String belowRoot() {
      return belowRoot;
    }

    String binaryName() {
      return belowRoot.substring(0, belowRoot.length() - ".java".length()).replace('/', '.');
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      String source = text.get();
      return source.startsWith("\uFEFF") ? source.substring(1) : source;
    }
  }
}
