/** Known attacks and the provisions that stand against them. */
@NullMarked
package dev.plumbline.catalogue.attack;

import org.jspecify.annotations.NullMarked;
