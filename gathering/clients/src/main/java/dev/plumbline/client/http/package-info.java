/** A bounded HTTP/1.1 client over a wire, and what can be read from its answers. */
@NullMarked
package dev.plumbline.client.http;

import org.jspecify.annotations.NullMarked;
