/** Secrets found by TruffleHog. */
@NullMarked
package dev.plumbline.importers.trufflehogjsonl;

import org.jspecify.annotations.NullMarked;
