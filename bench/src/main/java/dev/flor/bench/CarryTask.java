package dev.flor.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One line of propbench's tasks: a statement of the latest tree that an older tree is to get.
 *
 * @param sourceRoot folder of the latest tree
 * @param sourceFile path in it
 * @param line on which the statement begins, 1-based
 * @param targetRoot folder of the older tree
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CarryTask(String id, String sourceRoot, String sourceFile, int line, String targetRoot) {}
