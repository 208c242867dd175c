/** Software, its vulnerabilities and statements of them. */
@NullMarked
package dev.plumbline.observation.software;

import org.jspecify.annotations.NullMarked;
