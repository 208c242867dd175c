@NullMarked
package dev.plumbline.catalogue.profile;

import org.jspecify.annotations.NullMarked;
