/** Matches components that the dossier knows with vulnerability data that the user brings. */
@NullMarked
package dev.plumbline.importers.shared.matching;

import org.jspecify.annotations.NullMarked;
