/** Key agreement on curves, for protocols that are spoken only as far as a question needs. */
@NullMarked
package dev.plumbline.client.keyagreement;

import org.jspecify.annotations.NullMarked;
