/** How a person goes through the items that wait for a decision. */
@NullMarked
package dev.plumbline.app.walk;

import org.jspecify.annotations.NullMarked;
