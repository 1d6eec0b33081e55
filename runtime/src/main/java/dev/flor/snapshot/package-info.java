/**
 * Records exactly the code that runs, uncommitted and untracked files included, as a commit under
 * {@code refs/flor/runs}, through git's own plumbing and an index of its own.
 * Nothing here touches the user's index, HEAD, branches, stash or working tree, or runs a hook.
 */
package dev.flor.snapshot;
