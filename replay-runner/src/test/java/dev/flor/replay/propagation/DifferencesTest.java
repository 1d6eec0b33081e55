package dev.flor.replay.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.history.History;
import dev.flor.history.Version;
import dev.flor.history.VersionTree;
import dev.flor.replay.propagation.Question.Kind;
import dev.flor.replay.propagation.Question.Side;
import dev.flor.testdata.ScratchRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken from the version before is what would be found out of this one. */
class DifferencesTest {
  private static final String NET =
      "package demo;\n\nimport java.util.List;\n\nclass Net extends Base {\n  double loss(List<Double> out) {\n    return 0;\n  }\n}\n";

  /** Four words of a method, as a part of a question. */
  private static final String PHRASE = "{\u0001return\u00010\u0001;";

  private static final int VERSIONS = 12;

  @TempDir
  Path folder;

  private static Names names(String... all) {
    return Names.of(new TreeSet<>(List.of(all)));
  }

  private static List<Question> questions() {
    List<Question> all = new ArrayList<>();
    for (String path : List.of("src/demo/Net.java", "src/demo/Base.java", "src/more/Net.java")) {
      all.add(Question.of(Side.OLDER, Kind.HAS, path));
      all.add(Question.of(Side.OLDER, Kind.READ, path));
      all.add(Question.of(Side.OLDER, Kind.SUPERTYPES, names(path, "src/demo/Data.java")));
      all.add(new Question(
          Side.OLDER, Kind.REDUCED_HEADS, "", names(path, "src/demo/Data.java"), names("loss")));
      all.add(new Question(Side.OLDER, Kind.ALIKE, path, Names.of(NET), Names.NONE));
      all.add(new Question(Side.OLDER, Kind.EXCERPT, path, names(PHRASE), Names.NONE));
    }
    for (String type : List.of("Net", "Base", "Data")) {
      all.add(Question.of(Side.OLDER, Kind.NAMED, type + ".java"));
      all.add(Question.of(Side.OLDER, Kind.TYPES, names(type, "Unheard")));
      all.add(Question.of(Side.OLDER, Kind.ASIDE, "src/demo/\n" + type));
      all.add(Question.of(Side.OLDER, Kind.ASIDE, "src/more/\n" + type));
      all.add(Question.of(Side.OLDER, Kind.ASIDE, "\n" + type));
    }
    all.add(Question.of(Side.OLDER, Kind.FILES, ""));
    all.add(Question.of(Side.OLDER, Kind.CONTENTS, ""));
    all.add(Question.of(Side.OLDER, Kind.IMPORTED, names("java.util", "java.io")));
    all.add(Question.of(Side.OLDER, Kind.HOLDING, Names.of("double loss(List<Double> out)")));
    all.add(Question.of(Side.OLDER, Kind.HOLDING, Names.of("int many()")));
    return all;
  }

  private static ScratchRepository history(Path folder) {
    ScratchRepository repository = ScratchRepository.in(folder.resolve("a project"));
    repository
        .write("src/demo/Net.java", NET)
        .write("src/demo/Base.java", "package demo;\n\nclass Base {\n  int factor;\n}\n")
        .write(
            "src/demo/Data.java", "package demo;\n\nclass Data {\n  int many() { return 0; }\n}\n")
        .commit("v0");
    repository.write("README.md", "A demo.\n").commit("nothing of Java");
    repository.write("src/demo/Net.java", NET.replace("return 0", "return 1")).commit("a body");
    repository.write("src/demo/Net.java", NET.replace("loss(", "mean(")).commit("a head");
    repository.write("src/demo/Net.java", NET.replace("Base", "Data")).commit("a supertype");
    repository.write("src/demo/Net.java", NET.replace("java.util", "java.io")).commit("an import");
    repository.write("src/more/Net.java", NET).commit("another one of the name");
    repository.write("src/other/Loss.java", NET.replace("Net", "Loss")).commit("one that is alike");
    repository.write("Net.java", "class Net {}\nclass Data {}\n").commit("at the root");
    repository.write("src/demo/Aside.java", "package demo;\n\nclass Aside {}\nclass Net {}\n");
    repository.commit("a type aside");
    repository.git("mv", "src/demo/Base.java", "src/more/Base.java");
    repository.commit("moved");
    repository.git("rm", "-q", "-r", "src/demo");
    repository.commit("gone");
    return repository;
  }

  @Test
  void whatTwoVersionsAnswerAlikeIsNotAskedAgainAndNothingElseIsTaken() {
    ScratchRepository repository = history(folder);
    Set<Kind> taken = new TreeSet<>();
    Set<Kind> asked = new TreeSet<>();
    try (History history = History.open(repository.root())) {
      List<Version> versions = IntStream.range(0, VERSIONS)
          .mapToObj(i -> history.resolve("HEAD~" + i))
          .toList();
      for (Version one : versions) {
        for (Version other : versions) {
          KnownSources known = new KnownSources();
          KnownTree before = new KnownTree(history.tree(one), known);
          questions().forEach(before::answer);
          VersionTree tree = history.tree(other);
          KnownTree fresh = new KnownTree(tree, new KnownSources());
          KnownTree now = KnownTree.after(before, tree);
          SortedSet<String> files = history.tree(one).differing(tree).orElseThrow();
          Differences differences = new Differences(before, now, known.search(), files);
          for (Question question : questions()) {
            assertThat(now.answer(question))
                .as("%s after %s: %s", other.subject(), one.subject(), question)
                .isEqualTo(fresh.answer(question));
            if (files.stream().anyMatch(file -> file.endsWith(".java"))) {
              (differences.mayChange(question) ? asked : taken).add(question.kind());
            }
          }
        }
      }
    }
    Set<Kind> all = new TreeSet<>(List.of(Kind.values()));
    all.remove(Kind.WAY);
    assertThat(asked).isEqualTo(all);
    all.remove(Kind.FILES);
    all.remove(Kind.CONTENTS);
    assertThat(taken).isEqualTo(all);
  }

  @Test
  void nothingIsTakenFromAVersionWhoseSourcesAreReadOtherwise() {
    ScratchRepository repository = ScratchRepository.in(folder.resolve("two encodings"));
    String pom =
        "<project><properties><project.build.sourceEncoding>%s</project.build.sourceEncoding></properties></project>";
    String path = "src/demo/Net.java";
    repository.write(path, NET).write("pom.xml", pom.formatted("UTF-8")).commit("one");
    repository.write("pom.xml", pom.formatted("windows-1252")).commit("other");
    Question read = Question.of(Side.OLDER, Kind.READ, path);
    try (History history = History.open(repository.root())) {
      KnownTree before = new KnownTree(history.tree(history.resolve("HEAD~1")), new KnownSources());
      String one = before.answer(read);
      KnownTree now = KnownTree.after(before, history.tree(history.resolve("HEAD")));
      assertThat(now.taken()).isZero();
      assertThat(now.answer(read)).isNotEqualTo(one);
    }
  }

  @Test
  void whereVeryManyFilesDifferAllIsAskedAgain() {
    ScratchRepository repository = ScratchRepository.in(folder.resolve("many"));
    for (int commit = 0; commit < 2; commit++) {
      repository.write("src/demo/Net.java", NET);
      for (int i = 0; i < 101; i++) {
        repository.write("src/f/F" + i + ".java", "class F" + i + " { int x = " + commit + "; }\n");
      }
      repository.commit("version " + commit);
    }
    try (History history = History.open(repository.root())) {
      KnownTree before = new KnownTree(history.tree(history.resolve("HEAD~1")), new KnownSources());
      Question read = Question.of(Side.OLDER, Kind.READ, "src/demo/Net.java");
      String one = before.answer(read);
      KnownTree now = KnownTree.after(before, history.tree(history.resolve("HEAD")));
      assertThat(now.taken()).isZero();
      assertThat(now.answer(read)).isEqualTo(one);
    }
  }

  @Test
  void answersThatNobodyAskedForAreNotHandedOn() {
    ScratchRepository repository = history(folder);
    try (History history = History.open(repository.root())) {
      VersionTree tree = history.tree(history.resolve("HEAD~1"));
      KnownTree at = new KnownTree(tree, new KnownSources());
      questions().forEach(at::answer);
      KnownTree next = KnownTree.after(at, tree);
      assertThat(next.taken()).isEqualTo(questions().size());
      next.answer(questions().get(0));
      assertThat(KnownTree.after(next, tree).taken()).isEqualTo(1);
    }
  }
}
