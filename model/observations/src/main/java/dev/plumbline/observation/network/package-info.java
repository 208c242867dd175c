/** Ports and what speaks there. */
@NullMarked
package dev.plumbline.observation.network;

import org.jspecify.annotations.NullMarked;
