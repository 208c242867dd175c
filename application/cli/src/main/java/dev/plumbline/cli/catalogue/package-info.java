/** Commands about the standards: catalogue, profiles, schemes, terms. */
@NullMarked
package dev.plumbline.cli.catalogue;

import org.jspecify.annotations.NullMarked;
