/** Measurements of Plumbline beside the tools that answer the same questions. */
@NullMarked
package dev.plumbline.benchmarks;

import org.jspecify.annotations.NullMarked;
