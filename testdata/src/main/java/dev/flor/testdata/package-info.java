/**
 * Test cases in one text file each, and recorded histories: small projects as a person would write them over some weeks,
 * kept as readable overlays of files and turned into real git repositories, with equal commit ids wherever they are built.
 * Nothing here knows log statements, checkpoints or replays, and nothing here needs more than the JDK and git.
 */
package dev.flor.testdata;
