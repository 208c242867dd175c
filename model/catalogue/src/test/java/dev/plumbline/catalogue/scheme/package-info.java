@NullMarked
package dev.plumbline.catalogue.scheme;

import org.jspecify.annotations.NullMarked;
