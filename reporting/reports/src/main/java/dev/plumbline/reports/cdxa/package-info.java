/** CycloneDX attestations: claims with the evidence for and against them. */
@NullMarked
package dev.plumbline.reports.cdxa;

import org.jspecify.annotations.NullMarked;
