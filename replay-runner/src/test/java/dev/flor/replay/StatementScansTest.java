package dev.flor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.history.History;
import dev.flor.store.model.VersionFacts;
import dev.flor.testdata.ScratchRepository;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One content is searched once, but where it is read in another encoding it is another text. */
class StatementScansTest {
  private static final String POM =
      "<project><properties><project.build.sourceEncoding>%s</project.build.sourceEncoding></properties></project>";
  private static final String TRAIN =
      "import dev.flor.Flor;\nclass Train {\n  void a() {\n    Flor.log(\"größe\", 1);\n  }\n}\n";

  @TempDir
  Path folder;

  @Test
  void oneContentIsTwoTextsInTwoEncodings() {
    ScratchRepository repository = ScratchRepository.in(folder.resolve("a project"));
    repository
        .write("pom.xml", POM.formatted("UTF-8"))
        .write("src/Train.java", TRAIN)
        .commit("one");
    repository.write("pom.xml", POM.formatted("windows-1251")).commit("other");
    StatementScans scans = new StatementScans(folder.resolve("scans"));
    try (History history = History.open(repository.root())) {
      for (StatementScans each :
          List.of(scans, scans, new StatementScans(folder.resolve("scans")))) {
        assertThat(each.statements(history.tree(history.resolve("HEAD~1"))))
            .extracting(VersionFacts.Statement::name)
            .containsExactly("größe");
        assertThat(each.statements(history.tree(history.resolve("HEAD"))))
            .extracting(VersionFacts.Statement::name)
            .containsExactly("grГ¶Гџe");
      }
    }
  }
}
