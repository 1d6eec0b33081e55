/**
 * Makes classes of a version's sources: by the JDK's compiler where that is enough, else by Maven or Gradle.
 * {@link dev.flor.replay.build.Models} tells how a tree is built, {@link dev.flor.replay.build.Builder} builds it; what was made
 * is kept by the contents of all that went in.
 * May use {@code process} and {@code project}.
 * Nothing here knows log statements, or runs what it has built.
 */
package dev.flor.replay.build;
