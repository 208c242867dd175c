/** Conformance statements (PICS) of Matter. */
@NullMarked
package dev.plumbline.importers.matterpics;

import org.jspecify.annotations.NullMarked;
