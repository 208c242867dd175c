/** Findings of Dependency-Track. */
@NullMarked
package dev.plumbline.importers.dependencytrackfpf;

import org.jspecify.annotations.NullMarked;
