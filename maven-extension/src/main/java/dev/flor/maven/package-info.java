/**
 * What Maven loads when flor builds a version with it: tells how the modules are compiled, and gives them flor's runtime. Nothing
 * here knows the rest of flor, and flor's own process loads {@link dev.flor.maven.ExtensionJar} alone.
 */
package dev.flor.maven;
