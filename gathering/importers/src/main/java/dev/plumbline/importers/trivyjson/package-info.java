/** Results of Trivy. */
@NullMarked
package dev.plumbline.importers.trivyjson;

import org.jspecify.annotations.NullMarked;
