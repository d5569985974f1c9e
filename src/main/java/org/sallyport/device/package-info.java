/** Signing in on a device without a browser by a code typed on another (RFC 8628 §1). */
package org.sallyport.device;
