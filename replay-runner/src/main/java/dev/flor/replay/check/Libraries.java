package dev.flor.replay.check;

import dev.flor.replay.build.Javac;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The classes of the JDK and of a class path as javac lists them, kept from one check to the next while the class path is the same: a
 * small check has javac do little else but look for classes. For one thread at a time.
 */
public final class Libraries implements AutoCloseable {
  private Optional<Open> last = Optional.empty();

  private record Open(List<Path> classpath, Listed files) {}

  /** The classes, until they are asked for with another class path. */
  JavaFileManager of(List<Path> classpath) {
    if (last.filter(open -> open.classpath().equals(classpath)).isEmpty()) {
      close();
      last = Optional.of(new Open(List.copyOf(classpath), new Listed(opened(classpath))));
    }
    return last.get().files();
  }

  private static StandardJavaFileManager opened(List<Path> classpath) {
    StandardJavaFileManager files = Javac.compiler().getStandardFileManager(null, null, null);
    // javac sets this when it begins to compile, and a jar stays as it was when first listed.
    files.handleOption(
        "--multi-release", List.of("" + Runtime.version().feature()).iterator());
    try {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classpath);
    } catch (IOException e) {
      throw new WorkspaceException("cannot read the class path", e);
    }
    return files;
  }

  @Override
  public void close() {
    try {
      if (last.isPresent()) {
        last.get().files().close();
      }
    } catch (IOException e) {
      throw new WorkspaceException("cannot close a library", e);
    } finally {
      last = Optional.empty();
    }
  }

  /** Lists each package once. */
  private static final class Listed extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<Wanted, List<JavaFileObject>> lists = new HashMap<>();
    private final IdentityHashMap<JavaFileObject, String> names = new IdentityHashMap<>();

    private record Wanted(
        Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) {}

    Listed(StandardJavaFileManager files) {
      super(files);
    }

    @Override
    public Iterable<JavaFileObject> list(
        Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
        throws IOException {
      Wanted wanted = new Wanted(location, packageName, Set.copyOf(kinds), recurse);
      List<JavaFileObject> known = lists.get(wanted);
      if (known == null) {
        List<JavaFileObject> found = new ArrayList<>();
        super.list(location, packageName, kinds, recurse).forEach(found::add);
        known = Collections.unmodifiableList(found);
        lists.put(wanted, known);
      }
      return known;
    }

    /** The name of a class is asked for with each check that lists its package. */
    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
      String known = names.get(file);
      if (known == null) {
        known = super.inferBinaryName(location, file);
        if (known != null) {
          names.put(file, known);
        }
      }
      return known;
    }
  }
}
