/** Components and vulnerabilities, told alike whatever tool found them. */
@NullMarked
package dev.plumbline.importers.shared.software;

import org.jspecify.annotations.NullMarked;
