@NullMarked
package dev.plumbline.probes;

import org.jspecify.annotations.NullMarked;
