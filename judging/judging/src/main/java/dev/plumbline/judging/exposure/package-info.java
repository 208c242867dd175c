/** Which ways in of known attacks a product leaves open: pure functions of its facts. */
@NullMarked
package dev.plumbline.judging.exposure;

import org.jspecify.annotations.NullMarked;
