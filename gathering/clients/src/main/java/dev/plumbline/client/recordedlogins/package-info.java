/** From a recorded login mechanism to a door that can be tried. */
@NullMarked
package dev.plumbline.client.recordedlogins;

import org.jspecify.annotations.NullMarked;
