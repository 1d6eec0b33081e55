package dev.flor.replay.project;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What counts for one version.
 *
 * @param config its own {@code flor.toml}, or the working tree's, with what the working tree's says of its commits
 * @param jdk the JDK that is named for its commits; empty: the one that runs flor
 * @param named what of this comes from being named for its commits, in words; empty when nothing does
 */
public record VersionSettings(ProjectConfig config, Optional<Path> jdk, String named) {}
