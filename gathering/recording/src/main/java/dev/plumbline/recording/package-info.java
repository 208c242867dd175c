/**
 * How observations are made of facts, whoever gathers them: bounded, and without secrets. Probes
 * and importers record through it.
 */
@NullMarked
package dev.plumbline.recording;

import org.jspecify.annotations.NullMarked;
