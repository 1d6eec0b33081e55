package dev.flor.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.Given;
import dev.flor.cli.TinyProject;
import dev.flor.cli.io.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A flor.toml comes with the repository that one clones: what it says of a database is not believed. */
class HostileConfigTest {
  @TempDir
  Path temporary;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:mem:x;INIT=CREATE ALIAS OWNED AS 'void a() throws Exception {"
            + " new java.io.FileOutputStream(\\\"OWNED\\\").close(); }'\\\\;CALL OWNED()",
        "jdbc:h2:file:./x;TRACE_LEVEL_FILE=3",
        "jdbc:h2:file:./x;AUTO_SERVER=TRUE",
        "jdbc:h2:tcp://127.0.0.1/x",
        "jdbc:postgresql://127.0.0.1/x?socketFactory=org.example.Evil&socketFactoryArg=x",
        "jdbc:postgresql://127.0.0.1/x?user=a&options=-c%20search_path=x",
        "jdbc:postgresql://127.0.0.1/x?service=y",
        "jdbc:postgresql://127.0.0.1/x?sslfactory=org.example.Evil",
        "jdbc:postgresql://127.0.0.1/x?loggerFile=OWNED&loggerLevel=TRACE",
        "jdbc:sqlite:OWNED",
        "",
      })
  void noCommandFollowsIt(String url) {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    given.file(
        "flor.toml",
        TinyProject.CONFIG + "[store]\nurl = \"" + url.replace("OWNED", "owned.txt") + "\"\n");
    for (String command : new String[] {"run", "store push", "sql --team TABLE run"}) {
      given
          .flor(command.split(" ", 3))
          .failsInTwoLines(
              ExitCode.USAGE, "flor.toml:6: url in [store] is ", "jdbc:postgresql://host/database");
    }
    given.flor("sql", "SELECT COUNT(*) AS n FROM run").exits(ExitCode.DONE).prints("1");
    assertThat(given.path("owned.txt")).doesNotExist();
    assertThat(given.path("x.mv.db")).doesNotExist();
    assertThat(given.path("x.trace.db")).doesNotExist();
  }
}
