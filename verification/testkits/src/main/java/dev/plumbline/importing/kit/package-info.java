/** The kit that holds importers to their contract. */
@NullMarked
package dev.plumbline.importing.kit;

import org.jspecify.annotations.NullMarked;
