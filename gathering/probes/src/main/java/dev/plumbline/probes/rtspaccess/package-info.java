/** Which streams a media server gives without a login. */
@NullMarked
package dev.plumbline.probes.rtspaccess;

import org.jspecify.annotations.NullMarked;
