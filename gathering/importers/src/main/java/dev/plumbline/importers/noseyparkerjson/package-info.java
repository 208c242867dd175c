/** Secrets found by Nosey Parker. */
@NullMarked
package dev.plumbline.importers.noseyparkerjson;

import org.jspecify.annotations.NullMarked;
