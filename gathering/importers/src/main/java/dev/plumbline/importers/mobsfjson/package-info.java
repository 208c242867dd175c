/** Analyses of apps, by MobSF. */
@NullMarked
package dev.plumbline.importers.mobsfjson;

import org.jspecify.annotations.NullMarked;
