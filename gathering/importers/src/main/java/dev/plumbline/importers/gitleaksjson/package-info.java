/** Secrets found by Gitleaks. */
@NullMarked
package dev.plumbline.importers.gitleaksjson;

import org.jspecify.annotations.NullMarked;
