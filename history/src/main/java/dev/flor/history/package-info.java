/**
 * Reads versions out of a git repository: revisions, ranges, trees, files, snapshots of runs. {@link
 * dev.flor.history.History} is the door; a {@link dev.flor.history.VersionTree} gives the files of
 * one version. Nothing here knows Java syntax or SQL, starts a process, or writes a repository's
 * working tree, index, HEAD or branches.
 */
package dev.flor.history;
