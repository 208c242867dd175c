/** Positioned YAML: read with line and column, write without losing comments. See ADR-0002. */
@NullMarked
package dev.plumbline.yaml;

import org.jspecify.annotations.NullMarked;
