package dev.flor.replay.check;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Tells the errors that javac may have found only since it does not see all: libraries are missing, or what annotation processors make.
 * Errors of its flow phase are never among them.
 */
final class Excuses {
  private static final List<String> EXCUSABLE = List.of(
      "cant.resolve",
      "doesnt.exist",
      "static.imp",
      "cant.apply",
      "prob.found.req",
      "operator.cant.be.applied",
      "incomparable.types",
      "foreach.not.applicable",
      "ref.ambiguous",
      "cant.access",
      "report.access",
      "unreported.exception");

  private final Attribution seen;
  private final Trees trees;
  private final OpenTypes types;
  private final CheckedTexts texts;
  private final Predicate<String> missing;
  private final Neighbours neighbours;

  /**
   * @param missing whether a type or package that javac does not find is one of a library
   */
  Excuses(
      Attribution seen,
      Trees trees,
      CheckedTexts texts,
      Predicate<String> missing,
      Neighbours neighbours) {
    this.seen = seen;
    this.texts = texts;
    this.trees = trees;
    this.types = new OpenTypes(trees);
    this.missing = missing;
    this.neighbours = neighbours;
  }

  boolean excuse(JavacFault fault) {
    return EXCUSABLE.stream().anyMatch(fault::is)
        && (fault.is("cant.access")
            || seen.unit(fault.path()).filter(unit -> excuse(fault, unit)).isPresent());
  }

  private boolean excuse(JavacFault fault, CompilationUnitTree unit) {
    TreePath path = PathFinder.find(trees, unit, fault.offset());
    Optional<ImportTree> imported = enclosing(path, ImportTree.class);
    if (imported.isPresent()) {
      return isMissing(imported.get());
    }
    if (fault.is("unreported.exception")) {
      return types.throwsOpen(path);
    }
    if (fault.is("doesnt.exist")) {
      String name = path.getLeaf().toString();
      return isLibraryType(name)
          ? missing.test(name)
          : Character.isUpperCase(name.charAt(0))
              && isOfMissing(name.replaceFirst("\\W.*", ""), path, fault.path());
    }
    if (fault.is("report.access")) {
      // one of the name that javac does not see may be nearer
      return path.getLeaf() instanceof IdentifierTree && insideOpen(path);
    }
    if (fault.is("cant.resolve") && path.getLeaf() instanceof IdentifierTree name) {
      return mayBeDeclaredUnseen(name.getName().toString(), path, fault.path());
    }
    if (path.getLeaf() instanceof IdentifierTree && isCalled(path) && insideOpen(path)) {
      return true;
    }
    return related(fault, path).stream()
        .anyMatch(each -> types.isOpen(each) || isHidden(each, fault.path()));
  }

  /** Whether a name means what the code cannot reach, so that it is to mean something that javac does not see. */
  private boolean isHidden(TreePath path, String file) {
    long start =
        trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), path.getLeaf());
    return path.getLeaf() instanceof IdentifierTree
        && insideOpen(path)
        && seen.faults().stream()
            .anyMatch(f -> f.is("report.access") && f.path().equals(file) && f.offset() == start);
  }

  private static <T extends Tree> Optional<T> enclosing(TreePath path, Class<T> kind) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (kind.isInstance(at.getLeaf())) {
        return Optional.of(kind.cast(at.getLeaf()));
      }
    }
    return Optional.empty();
  }

  private boolean isMissing(ImportTree imported) {
    String name = imported.getQualifiedIdentifier().toString();
    return missing.test(name.endsWith(".*") ? name.substring(0, name.length() - 2) : name);
  }

  /** By convention: {@code org.slf4j.Logger}, and not {@code state.step}, which javac takes for a package, too. */
  private static boolean isLibraryType(String name) {
    return name.matches("[a-z]\\w*(\\.[a-z]\\w*)+\\.[A-Z]\\w*");
  }

  private boolean mayBeDeclaredUnseen(String name, TreePath path, String file) {
    return isOfMissing(name, path, file)
        || insideOpen(path)
        || neighbours.declaresAside(file.substring(0, file.lastIndexOf('/') + 1), name);
  }

  /** Whether an import that javac does not find, and that is of a missing library, may bring the name. */
  private boolean isOfMissing(String name, TreePath path, String file) {
    CompilationUnitTree unit = path.getCompilationUnit();
    if (texts.absent(file).stream()
        .anyMatch(left -> left.endsWith("." + name) && missing.test(left))) {
      return true;
    }
    for (ImportTree imported : unit.getImports()) {
      String written = imported.getQualifiedIdentifier().toString();
      boolean binds = written.endsWith("." + name) || written.endsWith(".*");
      if (binds && isUnresolved(imported, unit, file) && isMissing(imported)) {
        return true;
      }
    }
    return false;
  }

  private boolean isUnresolved(ImportTree imported, CompilationUnitTree unit, String file) {
    long start = trees.getSourcePositions().getStartPosition(unit, imported);
    long end = trees.getSourcePositions().getEndPosition(unit, imported);
    return seen.faults().stream()
        .anyMatch(f -> f.path().equals(file) && start <= f.offset() && f.offset() < end);
  }

  /** Whether a class around it may have members that javac does not see. */
  private boolean insideOpen(TreePath path) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof ClassTree) {
        Element element = trees.getElement(at);
        if (!(element instanceof TypeElement type) || types.isOpen(type)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isCalled(TreePath path) {
    return path.getParentPath().getLeaf() instanceof MethodInvocationTree call
        && call.getMethodSelect() == path.getLeaf();
  }

  /** The parts of the code whose types decide whether there is an error. */
  private List<TreePath> related(JavacFault fault, TreePath path) {
    List<TreePath> related = new ArrayList<>();
    Tree leaf = path.getLeaf();
    TreePath whole = isCalled(path) ? path.getParentPath() : path;
    if (leaf instanceof MemberSelectTree select) {
      related.add(new TreePath(path, select.getExpression()));
    }
    if (leaf instanceof MemberReferenceTree reference) {
      related.add(new TreePath(path, reference.getQualifierExpression()));
    }
    if (fault.is("cant.apply") || fault.is("ref.ambiguous")) {
      if (whole.getLeaf() instanceof MethodInvocationTree call) {
        call.getArguments().forEach(each -> related.add(new TreePath(whole, each)));
      }
      if (whole.getLeaf() instanceof NewClassTree made) {
        related.add(new TreePath(whole, made.getIdentifier()));
        made.getArguments().forEach(each -> related.add(new TreePath(whole, each)));
      }
    } else if (leaf instanceof BinaryTree binary) {
      related.add(new TreePath(path, binary.getLeftOperand()));
      related.add(new TreePath(path, binary.getRightOperand()));
    } else if (leaf instanceof CompoundAssignmentTree assignment) {
      related.add(new TreePath(path, assignment.getVariable()));
      related.add(new TreePath(path, assignment.getExpression()));
    } else if (leaf instanceof UnaryTree unary) {
      related.add(new TreePath(path, unary.getExpression()));
    }
    if (fault.is("prob.found.req") || fault.is("foreach.not.applicable")) {
      related.add(whole);
      if (whole.getParentPath().getLeaf() instanceof VariableTree variable
          && variable.getType() != null) {
        related.add(new TreePath(whole.getParentPath(), variable.getType()));
      }
    }
    return related;
  }
}
