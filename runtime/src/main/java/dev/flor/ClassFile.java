package dev.flor;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.security.CodeSource;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The class file that a class was loaded from. It is read where the class says that it comes from: asking its
 * loader for a resource would load much of the JDK first.
 */
final class ClassFile {
  private ClassFile() {}

  /** Its bytes; none where nobody knows them. */
  static byte[] of(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL from = source == null ? null : source.getLocation();
    if (from != null && from.getProtocol().equals("file") && from.getPath().indexOf('%') < 0) {
      byte[] found = at(new File(from.getPath()), name);
      if (found.length > 0) {
        return found;
      }
    }
    return ofLoader(type, name.substring(name.lastIndexOf('/') + 1));
  }

  private static byte[] at(File place, String name) {
    try {
      return place.isDirectory() ? inFolder(place, name) : inJar(place, name);
    } catch (IOException e) {
      return new byte[0]; // it is a source file, or an archive in an archive: the loader knows
    }
  }

  private static byte[] inFolder(File folder, String name) throws IOException {
    File file = new File(folder, name);
    return file.isFile() ? Files.readAllBytes(file.toPath()) : new byte[0];
  }

  private static byte[] inJar(File jar, String name) throws IOException {
    if (!jar.isFile()) {
      return new byte[0];
    }
    try (JarFile open = new JarFile(jar, false, ZipFile.OPEN_READ, JarFile.runtimeVersion())) {
      ZipEntry entry = open.getEntry(name);
      if (entry == null) {
        return new byte[0];
      }
      try (InputStream in = open.getInputStream(entry)) {
        return in.readAllBytes();
      }
    }
  }

  private static byte[] ofLoader(Class<?> type, String name) throws IOException {
    try (InputStream in = type.getResourceAsStream(name)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }
}
