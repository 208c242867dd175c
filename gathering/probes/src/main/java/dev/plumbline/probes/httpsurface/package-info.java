/** What a web server shows without a login. */
@NullMarked
package dev.plumbline.probes.httpsurface;

import org.jspecify.annotations.NullMarked;
