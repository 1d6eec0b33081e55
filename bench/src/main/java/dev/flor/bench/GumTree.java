package dev.flor.bench;

import com.github.gumtreediff.gen.TreeGenerator;
import com.github.gumtreediff.matchers.CompositeMatchers;
import com.github.gumtreediff.matchers.MappingStore;
import com.github.gumtreediff.tree.Tree;
import java.io.IOException;

/** GumTree's simple matcher over trees of Eclipse's parser: the peer of {@link CarryTime}. */
final class GumTree {
  static final int NEEDS_JDK = 21;

  private GumTree() {}

  static boolean available() {
    return Runtime.version().feature() >= NEEDS_JDK;
  }

  /** The class is named at run time only: it needs a newer JDK than what this is compiled with. */
  static Tree parse(String text) throws IOException {
    try {
      TreeGenerator generator = Class.forName("com.github.gumtreediff.gen.jdt.JdtTreeGenerator")
          .asSubclass(TreeGenerator.class)
          .getConstructor()
          .newInstance();
      return generator.generateFrom().string(text).getRoot();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("GumTree's parser cannot be made", e);
    }
  }

  static MappingStore match(Tree latest, Tree older) {
    return new CompositeMatchers.SimpleGumtree().match(latest, older);
  }
}
