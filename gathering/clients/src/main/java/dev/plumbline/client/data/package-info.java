/** Reading the data files that lie beside the probes. */
@NullMarked
package dev.plumbline.client.data;

import org.jspecify.annotations.NullMarked;
