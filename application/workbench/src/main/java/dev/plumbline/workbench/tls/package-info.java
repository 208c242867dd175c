/** The certificate by which browsers know a workbench on the network. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.workbench.tls;
