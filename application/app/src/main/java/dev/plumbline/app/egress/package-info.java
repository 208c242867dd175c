/** The kernel keeps the promise of the scope: rules that drop what a run sends elsewhere. */
@NullMarked
package dev.plumbline.app.egress;

import org.jspecify.annotations.NullMarked;
