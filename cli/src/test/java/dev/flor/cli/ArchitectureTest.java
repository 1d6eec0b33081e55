package dev.flor.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.File;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of modules in ARCHITECTURE.md, column "must never". */
class ArchitectureTest {
  private static final JavaClasses FLOR = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("dev.flor");

  private static final String DIFFER = "dev.flor.differ..";
  private static final String PROPAGATOR = "dev.flor.propagator..";
  private static final String HISTORY = "dev.flor.history..";
  private static final String STORE = "dev.flor.store..";
  private static final String REPLAY = "dev.flor.replay..";
  private static final String CLI = "dev.flor.cli..";
  private static final String TESTDATA = "dev.flor.testdata..";

  private static final Map<String, Set<String>> STORE_MAY_USE = Map.of(
      "model", Set.of(),
      "db", Set.of("model"),
      "packed", Set.of("db"),
      "table", Set.of("packed", "db"),
      "ingest", Set.of("packed", "db", "model"),
      "condition", Set.of("model"),
      "frame", Set.of("condition", "packed", "db", "model"),
      "sql", Set.of("db", "model"),
      "copy", Set.of("db", "model"));

  private static final String JAVA_PARSER = "com.github.javaparser..";
  private static final String JGIT = "org.eclipse.jgit..";
  private static final String SQL = "java.sql..";

  @Test
  void onlyTheDifferAndThePropagatorKnowTheJavaParser() {
    allBut(DIFFER, PROPAGATOR)
        .dependOnClassesThat()
        .resideInAPackage(JAVA_PARSER)
        .check(FLOR);
  }

  @Test
  void onlyTheHistoryKnowsJGit() {
    allBut(HISTORY).dependOnClassesThat().resideInAPackage(JGIT).check(FLOR);
  }

  @Test
  void onlyTheStoreKnowsSql() {
    allBut(STORE).dependOnClassesThat().resideInAnyPackage(SQL, "org.h2..").check(FLOR);
  }

  @Test
  void theRuntimeKnowsTheJdkAlone() {
    noClasses()
        .that(runtime())
        .should()
        .dependOnClassesThat(DescribedPredicate.describe(
            "are neither the runtime's nor the JDK's", type -> !isRuntime(type) && !isJdk(type)))
        .check(FLOR);
  }

  @Test
  void theDifferKnowsNoLogStatementsGitFilesOrSql() {
    noClasses()
        .that()
        .resideInAPackage(DIFFER)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(PROPAGATOR, HISTORY, STORE, REPLAY, TESTDATA, "dev.flor")
        .check(FLOR);
  }

  @Test
  void theDifferAndThePropagatorTouchNoFileAndStartNoProcess() {
    noClasses()
        .that()
        .resideInAnyPackage(DIFFER, PROPAGATOR)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Files.class, File.class, ProcessBuilder.class, Process.class)
        .check(FLOR);
    noClasses()
        .that()
        .resideInAnyPackage(DIFFER, PROPAGATOR)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..")
        .check(FLOR);
  }

  @Test
  void thePropagatorKnowsNoModuleButTheDiffer() {
    noClasses()
        .that()
        .resideInAPackage(PROPAGATOR)
        .should()
        .dependOnClassesThat(DescribedPredicate.describe(
            "are of another module of flor",
            type -> isFlor(type) && !in(type, "differ") && !in(type, "propagator")))
        .check(FLOR);
  }

  /** ADR 0001: the one arrow more is to the family of faults. */
  @Test
  void theHistoryKnowsNothingOfFlorButItsFaults() {
    noClasses()
        .that()
        .resideInAPackage(HISTORY)
        .should()
        .dependOnClassesThat(DescribedPredicate.describe(
            "are of another module of flor, but for FlorException",
            type -> isFlor(type)
                && !in(type, "history")
                && !type.getName().equals("dev.flor.FlorException")))
        .check(FLOR);
  }

  @Test
  void theStoreKnowsNoTreesNoGitAndStartsNoProcess() {
    noClasses()
        .that()
        .resideInAPackage(STORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(DIFFER, PROPAGATOR, HISTORY, REPLAY)
        .check(FLOR);
    noClasses()
        .that()
        .resideInAPackage(STORE)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ProcessBuilder.class, Process.class)
        .check(FLOR);
  }

  /** A package of the store can be read without those that use it. */
  @Test
  void thePackagesOfTheStoreUseEachOtherInOneDirection() {
    slices()
        .matching("dev.flor.(**)")
        .should()
        .beFreeOfCycles()
        .check(FLOR.that(resideInAPackage(STORE)));
  }

  /** ARCHITECTURE.md, "The store's packages". */
  @Test
  void eachPackageOfTheStoreUsesNoOthersThanItMay() {
    STORE_MAY_USE.forEach((user, may) -> noClasses()
        .that()
        .resideInAPackage("dev.flor.store." + user)
        .should()
        .dependOnClassesThat(DescribedPredicate.describe(
            "are of packages of the store that it may not use",
            type -> in(type, "store")
                && !type.getPackageName().equals("dev.flor.store." + user)
                && may.stream().noneMatch(ok -> in(type, "store." + ok))))
        .check(FLOR));
  }

  @Test
  void otherModulesSeeOfTheStoreTheDoorAndTheValues() {
    allBut(STORE)
        .dependOnClassesThat(DescribedPredicate.describe(
            "are inside the store",
            type -> in(type, "store")
                && !type.getPackageName().equals("dev.flor.store")
                && !in(type, "store.model")))
        .check(FLOR);
  }

  @Test
  void nobodyImportsTheCommandLine() {
    allBut(CLI).dependOnClassesThat().resideInAPackage(CLI).check(FLOR);
  }

  @Test
  void onlyTheCommandLineImportsTestData() {
    allBut(CLI, TESTDATA).dependOnClassesThat().resideInAPackage(TESTDATA).check(FLOR);
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.flor.cli.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(FLOR);
  }

  /** The runtime's faults go to stderr once; that is its one line. */
  @Test
  void onlyTheCommandLineAndTheRuntimesFaultLinePrint() {
    allBut(CLI, "dev.flor", "dev.flor.journal..").accessTargetWhere(printing()).check(FLOR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"replay", "cli"})
  void thePackagesOfAModuleAreFreeOfCycles(String module) {
    slices().assignedFrom(packagesOf(module)).should().beFreeOfCycles().check(FLOR);
  }

  @Test
  void thePackagesOfTheReplayRunnerUseThoseBelowThem() {
    checkUses(
        "replay",
        Map.of(
            "dev.flor.replay", Set.of("propagation", "build", "process", "project"),
            "dev.flor.replay.gc", Set.of("propagation", "process", "project"),
            "dev.flor.replay.propagation", Set.of("check", "build", "project"),
            "dev.flor.replay.check", Set.of("build", "project"),
            "dev.flor.replay.build", Set.of("process", "project"),
            "dev.flor.replay.process", Set.of("project"),
            "dev.flor.replay.project", Set.of()));
  }

  @Test
  void thePackagesOfTheCommandLineUseThoseBelowThem() {
    checkUses(
        "cli",
        Map.of(
            "dev.flor.cli", Set.of("demo", "store", "replay", "propagate", "project", "io"),
            "dev.flor.cli.demo", Set.of("io"),
            "dev.flor.cli.store", Set.of("project", "io"),
            "dev.flor.cli.replay", Set.of("propagate", "project", "io"),
            "dev.flor.cli.propagate", Set.of("project", "io"),
            "dev.flor.cli.project", Set.of("io"),
            "dev.flor.cli.io", Set.of()));
  }

  /**
   * Every package is in the table, and uses no other of its module than the table says.
   *
   * @param mayUse by package, the last words of those that it may use
   */
  private static void checkUses(String module, Map<String, Set<String>> mayUse) {
    assertThat(FLOR.stream().filter(type -> in(type, module)).map(JavaClass::getPackageName))
        .as("packages of %s", module)
        .hasSameElementsAs(mayUse.keySet());
    new TreeMap<>(mayUse).forEach((user, used) -> noClasses()
        .that()
        .resideInAPackage(user)
        .should()
        .dependOnClassesThat(DescribedPredicate.describe(
            "are of a package of the module that is not below",
            type -> in(type, module)
                && !type.getPackageName().equals(user)
                && used.stream().noneMatch(last -> type.getPackageName()
                    .equals("dev.flor." + module + "." + last))))
        .check(FLOR));
  }

  private static SliceAssignment packagesOf(String module) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return in(type, module)
            ? SliceIdentifier.of(type.getPackageName())
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "the packages of " + module;
      }
    };
  }

  private static ClassesShould allBut(String... packages) {
    return noClasses().that().resideOutsideOfPackages(packages).should();
  }

  private static DescribedPredicate<JavaAccess<?>> printing() {
    return DescribedPredicate.describe(
        "System.out or System.err",
        access -> access.getTargetOwner().isEquivalentTo(System.class)
            && Set.of("out", "err").contains(access.getName()));
  }

  private static DescribedPredicate<JavaClass> runtime() {
    return DescribedPredicate.describe("are the runtime's", ArchitectureTest::isRuntime);
  }

  private static boolean isRuntime(JavaClass type) {
    return isFlor(type)
        && List.of("differ", "propagator", "history", "store", "replay", "cli", "testdata", "maven")
            .stream()
            .noneMatch(module -> in(type, module));
  }

  private static boolean isFlor(JavaClass type) {
    return type.getPackageName().startsWith("dev.flor");
  }

  private static boolean isJdk(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    return type.getBaseComponentType().isPrimitive()
        || name.startsWith("java.")
        || name.startsWith("javax.")
        || name.startsWith("sun.misc.");
  }

  private static boolean in(JavaClass type, String module) {
    return (type.getPackageName() + ".").startsWith("dev.flor." + module + ".");
  }
}
