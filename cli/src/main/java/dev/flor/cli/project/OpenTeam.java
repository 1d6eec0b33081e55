package dev.flor.cli.project;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.UsageException;
import dev.flor.store.TeamStore;
import dev.flor.store.model.TeamUrl;

/** Opens the team's store that flor.toml names. */
public final class OpenTeam {
  private OpenTeam() {}

  public static TeamStore of(Caller caller) {
    TeamUrl url = ConfigFile.team(ConfigFile.folderAbove(caller.directory()))
        .orElseThrow(() -> new UsageException(
            "flor.toml names no team's store",
            "add: [store] url = \"jdbc:postgresql://host/database\""));
    return TeamStore.open(url, caller.environment());
  }
}
