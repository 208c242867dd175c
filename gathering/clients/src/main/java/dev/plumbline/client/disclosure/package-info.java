/** What texts that a device shows before login give away. */
@NullMarked
package dev.plumbline.client.disclosure;

import org.jspecify.annotations.NullMarked;
