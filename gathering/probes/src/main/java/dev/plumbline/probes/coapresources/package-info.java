/** Which resources a CoAP server tells of, and which it gives without a login. */
@NullMarked
package dev.plumbline.probes.coapresources;

import org.jspecify.annotations.NullMarked;
