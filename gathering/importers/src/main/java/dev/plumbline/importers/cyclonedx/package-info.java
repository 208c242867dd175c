/** CycloneDX bills of materials. */
@NullMarked
package dev.plumbline.importers.cyclonedx;

import org.jspecify.annotations.NullMarked;
