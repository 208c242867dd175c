/** Which ways in of known attacks a product leaves open: pure functions of its facts. */
@NullMarked
package dev.plumbline.engine.exposure;

import org.jspecify.annotations.NullMarked;
